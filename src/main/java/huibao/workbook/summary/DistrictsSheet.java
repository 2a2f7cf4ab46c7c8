package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Measure;
import huibao.model.Reporter;
import huibao.model.Target;
import huibao.model.TargetBasis;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.PaperSize;

/** 分区县: per target the lines target, value and completion (rates: distance), across the units. */
final class DistrictsSheet {

    private static final int FIRST_UNIT = 4;
    private static final int UNIT_WIDTH = 11;

    private final SheetContext context;
    private final SourceLinks sources;
    private final List<Unit> columns = new ArrayList<>();
    private final int rate;

    DistrictsSheet(SheetContext context, SourceLinks sources) {
        this.context = context;
        this.sources = sources;
        this.rate = context.settings().rateDecimals();
        columns.add(context.catalogue().city());
        columns.addAll(context.catalogue().ofKind(UnitKind.DISTRICT));
        columns.addAll(context.catalogue().ofKind(UnitKind.ZONE));
    }

    void write() {
        int[] widths = new int[FIRST_UNIT + columns.size()];
        Arrays.fill(widths, UNIT_WIDTH);
        widths[0] = 5;
        widths[1] = 30;
        widths[2] = 10;
        widths[3] = 9;
        SheetWriter grid = new SheetWriter(context, SummarySheet.DISTRICTS, PaperSize.A3_PAPER, widths);
        grid.head(context.text("title.districts", "title", context.settings().titleZh()));
        List<String> header = new ArrayList<>(context.texts("column", "number target unit_measure line"));
        columns.forEach(unit -> header.add(header(unit)));
        grid.header(header, FIRST_UNIT);
        int number = 0;
        for (Target target : context.catalogue().targets()) {
            if (context.cityAttainment(target.code()).isPresent()) {
                write(grid, ++number, target);
            }
        }
        notes(grid);
        grid.finish();
    }

    private String header(Unit unit) {
        return switch (unit.kind()) {
            case CITY -> context.text("whole_city");
            case DISTRICT -> context.shortName(unit);
            case ZONE ->
                context.text(
                        "zone_column",
                        "zone",
                        context.shortName(unit),
                        "host",
                        unit.host()
                                .flatMap(host -> context.catalogue().findUnit(host))
                                .map(context::shortName)
                                .orElse(""));
        };
    }

    private void write(SheetWriter grid, int number, Target target) {
        boolean isLevel = target.measure() == Measure.LEVEL;
        grid.row();
        grid.whole(0, number);
        grid.text(1, context.name(target), Look.LEFT.faced(Look.Face.BOLD));
        grid.text(2, target.unitMeasure(), Look.CENTRE);
        grid.text(3, context.text("line.target"), Look.CENTRE);
        each(
                grid,
                target,
                attainment -> attainment.targetValue(),
                unit -> Optional.empty(),
                attainment -> (attainment.basis() == TargetBasis.CITY
                                ? PrintedNumber.exact(attainment.targetValue().orElse(BigDecimal.ZERO))
                                : PrintedNumber.plain(shareDecimals(target)))
                        .marked("", mark(attainment.basis())));
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
                .map(unit -> context.attainment(target.code(), unit.code()))
                .flatMap(Optional::stream)
                .filter(attainment -> attainment.basis() != TargetBasis.CITY)
                .flatMap(attainment -> attainment.targetValue().stream())
                .mapToInt(share -> Math.max(0, share.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    private void blank(SheetWriter grid, int column) {
        grid.text(column, "", Look.LEFT);
    }

    private String second(Target target) {
        return target.code() + "  " + context.messages().word(target.pace());
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
            Optional<Attainment> attainment =
                    context.attainment(target.code(), columns.get(i).code());
            Look look = columns.get(i).kind() == UnitKind.ZONE ? Look.RIGHT.filled("F5F5F5") : Look.RIGHT;
            grid.sourced(
                    FIRST_UNIT + i,
                    attainment
                            .filter(a -> a.status() != AttainmentStatus.NO_DATA
                                    || a.targetValue().isPresent())
                            .flatMap(value),
                    attainment.map(number).orElse(PrintedNumber.plain(0)),
                    look,
                    source.apply(columns.get(i)));
        }
    }

    private String mark(TargetBasis basis) {
        return switch (basis) {
            case ILLUSTRATIVE -> context.text("illustrative_mark");
            case CITY_VALUE -> context.text("city_value_mark");
            case CITY, ALLOCATION, NONE -> "";
        };
    }

    private void notes(SheetWriter grid) {
        grid.note(context.text(
                "districts_note",
                "illustrative",
                context.text("illustrative_mark"),
                "city_value",
                context.text("city_value_mark")));
    }
}
