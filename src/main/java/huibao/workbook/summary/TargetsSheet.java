package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.workbook.summary.BaseTableSheet.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PaperSize;

/** 总表: where the city stands on every target, grouped by section of the report. */
final class TargetsSheet {

    private static final String COLUMNS = "number heading target unit_measure target_value prior_year current growth"
            + " completion pace gap projected year_end verdict reporting_rate certainty remark target_code";

    /** Growth to nothing: a bound that says nothing. */
    private static final BigDecimal NOTHING_LEFT = new BigDecimal(-100);

    private final SheetContext context;
    private final SourceLinks sources;
    private final int rate;

    TargetsSheet(SheetContext context, SourceLinks sources) {
        this.context = context;
        this.sources = sources;
        this.rate = context.settings().rateDecimals();
    }

    void write() {
        SheetWriter grid = new SheetWriter(
                context,
                SummarySheet.TARGETS,
                PaperSize.A3_PAPER,
                5,
                22,
                30,
                10,
                12,
                11,
                11,
                9,
                9,
                9,
                12,
                12,
                34,
                16,
                9,
                34,
                48,
                9);
        grid.head(context.settings().titleZh());
        grid.header(context.texts("column", COLUMNS), 3);
        int number = 0;
        String section = "";
        for (Target target : context.catalogue().targets()) {
            if (!target.section().equals(section)) {
                section = target.section();
                grid.band(sectionLine(section));
            }
            Optional<Attainment> attainment = context.cityAttainment(target.code());
            if (attainment.isPresent()) {
                grid.row();
                grid.whole(0, ++number);
                write(grid, target, attainment.get());
            }
        }
        notes(grid);
        grid.finish();
    }

    private String sectionLine(String section) {
        List<Attainment> of = context.catalogue().targets().stream()
                .filter(target -> target.section().equals(section))
                .map(target -> context.cityAttainment(target.code()))
                .flatMap(Optional::stream)
                .toList();
        long good = of.stream()
                .filter(attainment -> attainment.status().isFavourable())
                .count();
        long bad = of.stream()
                .filter(attainment -> attainment.status().isUnfavourable())
                .count();
        return context.text(
                "section_line",
                "section",
                section,
                "count",
                String.valueOf(of.size()),
                "good",
                String.valueOf(good),
                "bad",
                String.valueOf(bad));
    }

    private void write(SheetWriter grid, Target target, Attainment attainment) {
        int decimals = context.decimals(target);
        PrintedNumber level = PrintedNumber.plain(decimals);
        PrintedNumber percent = PrintedNumber.plain(rate);
        boolean isLevel = target.measure() == Measure.LEVEL;
        grid.text(1, target.heading(), Look.LEFT);
        grid.text(2, context.name(target), Look.LEFT);
        grid.text(3, target.unitMeasure(), Look.CENTRE);
        grid.number(4, attainment.targetValue(), promised(context, target));
        sourced(grid, 5, target, isLevel ? attainment.priorYearValue() : Optional.empty(), level, Columns.PRIOR_YEAR);
        sourced(grid, 6, target, attainment.obsValue(), level, isLevel ? Columns.VALUE : Columns.VALUE_AND_PRIOR_YEAR);
        sourced(grid, 7, target, attainment.growthPercent(), percent, Columns.VALUE_AND_PRIOR_YEAR);
        sourced(grid, 8, target, attainment.completionPercent(), percent, Columns.VALUE);
        grid.number(9, isLevel ? Optional.of(attainment.pacePercent()) : Optional.empty(), percent);
        sourced(
                grid,
                10,
                target,
                attainment.paceGapPoints(),
                PrintedNumber.points(rate),
                isLevel ? Columns.VALUE : Columns.VALUE_AND_PRIOR_YEAR);
        projected(grid, target, attainment, level);
        AttainmentStatus status = attainment.status();
        grid.text(12, new OutlookText(context).yearEnd(target, attainment), Look.LEFT);
        grid.text(
                13,
                context.text("verdict", "word", context.word(status), "light", context.word(status.light())),
                SummaryStyles.light(status));
        grid.number(14, Optional.of(attainment.reportingRate()), percent, Look.CENTRE);
        grid.text(15, certainty(target, attainment), Look.LEFT);
        grid.text(16, new Remarks(context).of(target, attainment), Look.LEFT);
        grid.text(17, target.code().value(), Look.CENTRE);
    }

    /** The promised value with its comparator before it, still a number. */
    static PrintedNumber promised(SheetContext context, Target target) {
        String sign = context.word(target.comparator());
        String space = target.comparator() == TargetComparator.HOLD_AT ? "" : " ";
        return PrintedNumber.exact(target.value()).marked(sign + space, "");
    }

    /** A figure that leads to the rows it comes from. */
    private void sourced(
            SheetWriter grid,
            int column,
            Target target,
            Optional<BigDecimal> value,
            PrintedNumber number,
            Columns columns) {
        grid.sourced(column, value, number, Look.RIGHT, sources.ofCity(target, columns));
    }

    private void projected(SheetWriter grid, Target target, Attainment attainment, PrintedNumber level) {
        if (attainment.projectedValue().isPresent() || target.measure().isRate()) {
            Optional<BigDecimal> projected = target.measure().isRate() ? Optional.empty() : attainment.projectedValue();
            sourced(grid, 11, target, projected, level, Columns.VALUE);
        } else {
            PrintedNumber forecast = level.marked("", context.text("forecast_mark"));
            sourced(grid, 11, target, attainment.forecastValue(), forecast, Columns.FORECAST);
        }
    }

    private String certainty(Target target, Attainment attainment) {
        String word = context.word(attainment.certainty());
        if (attainment.certainty() == Certainty.COMPLETE) {
            return word;
        }
        String verdict = attainment.certainty() == Certainty.DEPENDS
                        && !attainment.dependsOn().isEmpty()
                ? context.text("decided_by", "units", context.shortNames(attainment.dependsOn()))
                : word;
        return verdict + context.text("clause_separator") + bounds(target, attainment);
    }

    private String bounds(Target target, Attainment attainment) {
        Optional<String> low = attainment
                .lowValue()
                .filter(value -> target.measure() != Measure.GROWTH || value.compareTo(NOTHING_LEFT) > 0)
                .map(value -> context.plain(value, context.decimals(target)));
        Optional<String> high = attainment.highValue().map(value -> context.plain(value, context.decimals(target)));
        if (low.isEmpty() && high.isEmpty()) {
            return context.text("unbounded");
        }
        String key = high.isEmpty() ? "at_least" : low.isEmpty() ? "at_most" : "bounds";
        return context.text(key, "low", low.orElse(""), "high", high.orElse(""));
    }

    private void notes(SheetWriter grid) {
        int number = 0;
        List<String> notes = new ArrayList<>(context.texts("note", "provisional comparable rounding symbols gap"));
        notes.addAll(zones());
        notes.add(missing());
        for (String note : notes) {
            String key = number == 0 ? "note.first" : "note.next";
            grid.note(context.text(key, "number", String.valueOf(++number), "note", note));
        }
        grid.note(context.text(
                "signatures",
                "date",
                context.date(context.local(context.bulletin().at()).toLocalDate())));
    }

    private List<String> zones() {
        Map<UnitCode, List<Unit>> hosted = new HashMap<>();
        for (Unit zone : context.catalogue().ofKind(UnitKind.ZONE)) {
            zone.host()
                    .ifPresent(host -> hosted.computeIfAbsent(host, code -> new ArrayList<>())
                            .add(zone));
        }
        List<Unit> hosts = context.catalogue().units().stream()
                .filter(unit -> hosted.containsKey(unit.code()))
                .toList();
        return hosts.isEmpty()
                ? List.of()
                : List.of(context.text(
                        "note.zones",
                        "hosts",
                        context.units(hosts, host -> including(host, hosted.getOrDefault(host.code(), List.of())))));
    }

    private String including(Unit host, List<Unit> zones) {
        return context.text("host", "host", context.name(host), "zones", context.units(zones, context::name));
    }

    private String missing() {
        List<UnitCode> missing = context.missingUnits();
        return missing.isEmpty()
                ? context.text("note.none_missing")
                : context.text(
                        "note.missing",
                        "units",
                        context.names(missing),
                        "time",
                        context.time(context.bulletin().at()));
    }
}
