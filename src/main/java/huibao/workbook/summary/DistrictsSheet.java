package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Measure;
import huibao.model.Reporter;
import huibao.model.Target;
import huibao.model.TargetBasis;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.PaperSize;

/** 分区县: per target the lines target, value and completion (rates: distance), across the units. */
final class DistrictsSheet implements UnitFiguresSheet {

    private static final int FIRST_UNIT = 4;
    private static final int UNIT_WIDTH = 11;

    private final SheetContext context;
    private final Map<Unit, Map<TargetCode, Attainment>> units = new HashMap<>();
    private final List<Unit> columns = new ArrayList<>();
    private final int rate;

    DistrictsSheet(SheetContext context) {
        this.context = context;
        this.rate = context.settings().rateDecimals();
        columns.add(context.catalogue().city());
        columns.addAll(context.catalogue().ofKind(UnitKind.DISTRICT));
        columns.addAll(context.catalogue().ofKind(UnitKind.ZONE));
    }

    @Override
    public void add(Unit unit, Map<TargetCode, Attainment> own) {
        units.put(unit, own);
    }

    @Override
    public void write(SourceLinks sources) {
        int[] widths = new int[FIRST_UNIT + columns.size()];
        Arrays.fill(widths, UNIT_WIDTH);
        widths[0] = 5;
        widths[1] = 30;
        widths[2] = 10;
        widths[3] = 9;
        SheetWriter grid = new SheetWriter(context, SummarySheet.DISTRICTS, PaperSize.A3_PAPER, widths);
        grid.head(context.text("title.districts", "title", context.settings().titleZh()));
        List<String> header = new ArrayList<>(context.texts("column", "number target unit_measure line"));
        columns.forEach(unit -> header.add(context.columnName(unit)));
        grid.header(header, FIRST_UNIT);
        int number = 0;
        for (Target target : context.catalogue().targets()) {
            if (context.cityAttainment(target.code()).isPresent()) {
                write(grid, sources, ++number, target);
            }
        }
        grid.note(note(context));
        grid.finish();
    }

    private void write(SheetWriter grid, SourceLinks sources, int number, Target target) {
        boolean isLevel = target.measure() == Measure.LEVEL;
        grid.row();
        grid.whole(0, number);
        grid.text(1, context.name(target), Look.LEFT.faced(Look.Face.BOLD));
        grid.text(2, target.unitMeasure(), Look.CENTRE);
        grid.text(3, context.text("line.target"), Look.CENTRE);
        PrintedNumber share = PrintedNumber.plain(shareDecimals(target));
        each(
                grid,
                target,
                attainment -> attainment.targetValue(),
                unit -> Optional.empty(),
                attainment -> aim(context, attainment, share));
        grid.row();
        blank(grid, 0);
        grid.text(1, second(target), Look.LEFT);
        blank(grid, 2);
        grid.text(3, context.text("line.value"), Look.CENTRE);
        each(
                grid,
                target,
                attainment -> attainment.obsValue(),
                unit -> sources.ofValue(target, unit),
                attainment -> PrintedNumber.plain(context.decimals(target)));
        grid.row();
        blank(grid, 0);
        grid.text(1, third(target), Look.LEFT);
        blank(grid, 2);
        grid.text(3, context.text(isLevel ? "line.completion" : "line.distance"), Look.CENTRE);
        PrintedNumber last = isLevel ? PrintedNumber.plain(rate) : PrintedNumber.points(rate);
        each(
                grid,
                target,
                attainment -> isLevel ? attainment.completionPercent() : attainment.paceGapPoints(),
                unit -> sources.ofDistance(target, unit),
                attainment -> last);
    }

    /** As many decimals as the finest share of the target has, so that shares can be compared by eye. */
    private int shareDecimals(Target target) {
        return columns.stream()
                .map(unit -> attainment(target, unit))
                .flatMap(Optional::stream)
                .filter(attainment -> attainment.basis() != TargetBasis.CITY)
                .flatMap(attainment -> attainment.targetValue().stream())
                .mapToInt(share -> Math.max(0, share.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    private Optional<Attainment> attainment(Target target, Unit unit) {
        return Optional.ofNullable(units.getOrDefault(unit, Map.of()).get(target.code()));
    }

    /** How what a unit has to reach is printed: a share as all shares are, marked where it is none of its own. */
    static PrintedNumber aim(SheetContext context, Attainment attainment, PrintedNumber share) {
        PrintedNumber number = attainment.basis() == TargetBasis.CITY
                ? PrintedNumber.exact(attainment.targetValue().orElse(BigDecimal.ZERO))
                : share;
        return number.marked(
                "",
                switch (attainment.basis()) {
                    case ILLUSTRATIVE -> context.text("illustrative_mark");
                    case CITY_VALUE -> context.text("city_value_mark");
                    case CITY, ALLOCATION, NONE -> "";
                });
    }

    /** Whether there is anything to print: a unit of which nothing is known may still have something to reach. */
    static boolean isPrinted(Attainment attainment) {
        return attainment.status() != AttainmentStatus.NO_DATA
                || attainment.targetValue().isPresent();
    }

    private void blank(SheetWriter grid, int column) {
        grid.text(column, "", Look.LEFT);
    }

    private String second(Target target) {
        return target.code() + "  " + context.word(target.pace());
    }

    /** An incomplete figure carries its reporting rate. */
    private String third(Target target) {
        Attainment city = context.cityAttainment(target.code()).orElseThrow();
        if (target.level() == Reporter.CITY) {
            return context.text("city_level_only");
        }
        return city.reportingRate().compareTo(BigDecimal.valueOf(100)) == 0
                ? ""
                : context.text("reporting_rate_is", "rate", context.plain(city.reportingRate(), rate));
    }

    private void each(
            SheetWriter grid,
            Target target,
            Function<Attainment, Optional<BigDecimal>> value,
            Function<Unit, Optional<SourceLinks.Link>> source,
            Function<Attainment, PrintedNumber> number) {
        for (int i = 0; i < columns.size(); i++) {
            Optional<Attainment> attainment = attainment(target, columns.get(i));
            Look look = columns.get(i).kind() == UnitKind.ZONE ? Look.WITHIN : Look.RIGHT;
            grid.sourced(
                    FIRST_UNIT + i,
                    attainment.filter(DistrictsSheet::isPrinted).flatMap(value),
                    attainment.map(number).orElse(PrintedNumber.plain(0)),
                    look,
                    source.apply(columns.get(i)));
        }
    }

    /** What the marks mean. */
    static String note(SheetContext context) {
        return context.text(
                "districts_note",
                "illustrative",
                context.text("illustrative_mark"),
                "city_value",
                context.text("city_value_mark"));
    }
}
