package huibao.workbook.summary;

import huibao.model.Allocation;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Light;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.workbook.stream.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PaperSize;

/**
 * 分区县 of a job with more units than can be read beside each other: a row for each unit, and for each target what it
 * has to reach, the value, the completion (rates: distance) and the light. To be filtered and sorted.
 */
final class DistrictRowsSheet implements UnitFiguresSheet {

    private static final int FIRST_TARGET = 8;
    private static final int FIRST_LIGHT = 3;
    private static final int COLUMNS_PER_TARGET = 4;
    private static final int HEAD_ROWS = 2;
    private static final int FROZEN_COLUMNS = 3;

    private final SheetContext context;
    private final List<Target> targets;
    private final Map<TargetCode, Integer> shareDecimals = new HashMap<>();
    private final SheetWriter grid;
    private final Rows top;
    private final Rows city;
    private final Rows districts;
    private final Rows zones;
    private final int rate;
    private int number;

    DistrictRowsSheet(SheetContext context) {
        this.context = context;
        this.rate = context.settings().rateDecimals();
        this.targets = context.catalogue().targets().stream()
                .filter(target -> context.cityAttainment(target.code()).isPresent())
                .toList();
        for (Allocation allocation : context.catalogue().allocations()) {
            shareDecimals.merge(allocation.target(), decimals(allocation.value()), Math::max);
        }
        this.grid = new SheetWriter(context, SummarySheet.DISTRICTS, PaperSize.A3_PAPER, widths());
        this.top = grid.here();
        this.city = grid.group();
        this.districts = grid.group();
        this.zones = grid.group();
    }

    private int[] widths() {
        int[] widths = new int[FIRST_TARGET + COLUMNS_PER_TARGET * targets.size()];
        int[] fixed = {6, 12, 20, 5, 5, 5, 5, 5};
        System.arraycopy(fixed, 0, widths, 0, fixed.length);
        for (int i = 0; i < targets.size(); i++) {
            int[] own = {11, 11, 10, 6};
            System.arraycopy(own, 0, widths, column(i), own.length);
        }
        return widths;
    }

    @Override
    public void add(Unit unit, Map<TargetCode, Attainment> own) {
        grid.into(
                switch (unit.kind()) {
                    case CITY -> city;
                    case DISTRICT -> districts;
                    case ZONE -> zones;
                });
        grid.row();
        if (unit.kind() == UnitKind.CITY) {
            grid.text(0, "", Look.CENTRE);
        } else {
            grid.whole(0, ++number);
        }
        grid.text(1, unit.code().value(), Look.CENTRE);
        grid.text(2, unit.kind() == UnitKind.DISTRICT ? context.name(unit) : context.columnName(unit), Look.LEFT);
        for (int i = 0; i < LightsSheet.GRAVEST_FIRST.size(); i++) {
            Light light = LightsSheet.GRAVEST_FIRST.get(i);
            grid.whole(
                    FIRST_LIGHT + i,
                    own.values().stream()
                            .filter(one -> one.targetValue().isPresent() && one.light() == light)
                            .count());
        }
        for (int i = 0; i < targets.size(); i++) {
            target(
                    column(i),
                    targets.get(i),
                    unit,
                    Optional.ofNullable(own.get(targets.get(i).code())));
        }
    }

    private void target(int column, Target target, Unit unit, Optional<Attainment> attainment) {
        Optional<Attainment> printed = attainment.filter(DistrictsSheet::isPrinted);
        boolean isLevel = target.measure() == Measure.LEVEL;
        Look look = unit.kind() == UnitKind.ZONE ? Look.WITHIN : Look.RIGHT;
        Optional<BigDecimal> aim = printed.flatMap(Attainment::targetValue);
        // A share may have been made of others, and have more decimals than any in the catalogue.
        int decimals = Math.max(
                shareDecimals.getOrDefault(target.code(), 0),
                aim.map(DistrictRowsSheet::decimals).orElse(0));
        grid.number(
                column,
                aim,
                attainment
                        .map(one -> DistrictsSheet.aim(context, one, PrintedNumber.plain(decimals)))
                        .orElse(PrintedNumber.plain(0)),
                look);
        grid.number(
                column + 1, printed.flatMap(Attainment::obsValue), PrintedNumber.plain(context.decimals(target)), look);
        grid.number(
                column + 2,
                printed.flatMap(isLevel ? Attainment::completionPercent : Attainment::paceGapPoints),
                isLevel ? PrintedNumber.plain(rate) : PrintedNumber.points(rate),
                look);
        Optional<Light> light = attainment
                .filter(one -> one.status() != AttainmentStatus.NO_TARGET)
                .map(Attainment::light);
        grid.text(
                column + 3,
                light.map(context::word).orElse(context.text("missing")),
                light.map(SummaryStyles::light).orElse(Look.CENTRE));
    }

    @Override
    public void write(SourceLinks sources) {
        grid.into(top);
        grid.plainHead(
                context.text("title.districts", "title", context.settings().titleZh()));
        grid.plainNote(context.text("districts_rows_note"));
        grid.plainNote(DistrictsSheet.note(context));
        grid.row();
        grid.merged(0, FIRST_LIGHT - 1, "", Look.HEADER);
        grid.merged(FIRST_LIGHT, FIRST_TARGET - 1, context.text("lights_of_unit"), Look.HEADER);
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            grid.merged(
                    column(i),
                    column(i) + COLUMNS_PER_TARGET - 1,
                    context.text(
                            "target_of_unit",
                            "target",
                            context.name(target),
                            "unit",
                            target.unitMeasure(),
                            "code",
                            target.code().value()),
                    Look.HEADER);
        }
        heads(sources);
        grid.headerEnds(HEAD_ROWS, FROZEN_COLUMNS);
        grid.place(List.of(city, districts, zones));
        grid.filter(grid.finishWide());
    }

    /** Where a unit's figures come from is found by the head: it leads to the item's rows in the long table. */
    private void heads(SourceLinks sources) {
        List<String> heads = new ArrayList<>(context.texts("column", "number unit_code unit"));
        LightsSheet.GRAVEST_FIRST.forEach(light -> heads.add(context.word(light)));
        for (Target target : targets) {
            heads.addAll(context.texts(
                    "line",
                    target.measure() == Measure.LEVEL
                            ? "target value completion light"
                            : "target value distance light"));
        }
        grid.heads(heads);
        for (int i = 0; i < targets.size(); i++) {
            int value = column(i) + 1;
            sources.ofCity(targets.get(i), SourceLinks.columns(targets.get(i))).ifPresent(link -> {
                grid.text(value, context.text("line.value"), Look.HEADER.faced(Look.Face.LINK));
                grid.link(value, link);
            });
        }
    }

    private static int column(int target) {
        return FIRST_TARGET + COLUMNS_PER_TARGET * target;
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }
}
