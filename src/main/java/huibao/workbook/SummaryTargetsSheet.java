package huibao.workbook;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.PaperSize;

/** 总表: where the city stands on every target, grouped by section of the report. */
final class SummaryTargetsSheet {

    private static final String COLUMNS = "number heading target unit_measure target_value prior_year current growth"
            + " completion pace gap projected verdict reporting_rate certainty remark";
    private static final int CURRENT = 6;

    private final SummaryContext context;
    private final SummaryFiguresSheet figures;
    private final int rate;

    SummaryTargetsSheet(SummaryContext context, SummaryFiguresSheet figures) {
        this.context = context;
        this.figures = figures;
        this.rate = context.settings().rateDecimals();
    }

    void write() {
        SummaryGrid grid = new SummaryGrid(
                context,
                SummarySheet.TARGETS,
                PaperSize.A4_PAPER,
                5,
                16,
                24,
                10,
                12,
                11,
                11,
                9,
                9,
                9,
                11,
                12,
                17,
                9,
                24,
                30);
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

    private void write(SummaryGrid grid, Target target, Attainment attainment) {
        int decimals = context.decimals(target);
        SummaryNumber level = SummaryNumber.plain(decimals);
        SummaryNumber percent = SummaryNumber.plain(rate);
        boolean isLevel = target.measure() == Measure.LEVEL;
        grid.text(1, target.heading(), SummaryLook.LEFT);
        grid.text(2, context.name(target), SummaryLook.LEFT);
        grid.text(3, target.unitMeasure(), SummaryLook.CENTRE);
        grid.number(4, attainment.targetValue(), promised(context, target));
        grid.number(5, isLevel ? attainment.priorYearValue() : Optional.empty(), level);
        current(grid, target, attainment, level);
        grid.number(7, attainment.growthPercent(), percent);
        grid.number(8, attainment.completionPercent(), percent);
        grid.number(9, isLevel ? Optional.of(attainment.pacePercent()) : Optional.empty(), percent);
        grid.number(10, attainment.paceGapPoints(), SummaryNumber.points(rate));
        projected(grid, isLevel, attainment, level);
        AttainmentStatus status = attainment.status();
        grid.text(
                12,
                context.text(
                        "verdict",
                        "word",
                        context.messages().word(status),
                        "light",
                        context.messages().word(status.light())),
                SummaryStyles.light(status));
        grid.number(13, Optional.of(attainment.reportingRate()), percent, SummaryLook.CENTRE);
        grid.text(14, certainty(target, attainment), SummaryLook.LEFT);
        grid.text(15, new SummaryRemarks(context).of(target, attainment), SummaryLook.LEFT);
    }

    /** The promised value with its comparator before it, still a number. */
    static SummaryNumber promised(SummaryContext context, Target target) {
        String sign = context.messages().word(target.comparator());
        String space = target.comparator() == TargetComparator.HOLD_AT ? "" : " ";
        return SummaryNumber.exact(target.value()).marked(sign + space, "");
    }

    private void current(SummaryGrid grid, Target target, Attainment attainment, SummaryNumber level) {
        OptionalInt row = target.items().stream()
                .map(figures::firstRow)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        if (row.isPresent() && attainment.obsValue().isPresent()) {
            grid.number(CURRENT, attainment.obsValue(), level, SummaryLook.RIGHT.faced(SummaryLook.Face.LINK));
            grid.link(CURRENT, SummarySheet.FIGURES, "A" + (row.getAsInt() + 1));
        } else {
            grid.number(CURRENT, attainment.obsValue(), level);
        }
    }

    private void projected(SummaryGrid grid, boolean isLevel, Attainment attainment, SummaryNumber level) {
        if (attainment.projectedValue().isPresent() || !isLevel) {
            grid.number(11, isLevel ? attainment.projectedValue() : Optional.empty(), level);
        } else {
            grid.number(11, attainment.forecastValue(), level.marked("", context.text("forecast_mark")));
        }
    }

    private String certainty(Target target, Attainment attainment) {
        List<String> parts = new ArrayList<>();
        parts.add(context.messages().word(attainment.certainty()));
        if (attainment.certainty() != Certainty.COMPLETE) {
            parts.add(context.text(
                    "bounds",
                    "low",
                    bound(target, attainment.lowValue()),
                    "high",
                    bound(target, attainment.highValue())));
            if (!attainment.dependsOn().isEmpty()) {
                parts.add(context.text("decided_by", "units", shortNames(attainment.dependsOn())));
            }
        }
        return String.join(context.text("clause_separator"), parts);
    }

    private String bound(Target target, Optional<BigDecimal> value) {
        return value.map(v -> context.plain(v, context.decimals(target))).orElse(context.text("unbounded"));
    }

    private String shortNames(List<UnitCode> codes) {
        return context.joined(codes.stream()
                .map(code -> context.catalogue()
                        .findUnit(code)
                        .map(context::shortName)
                        .orElse(code.value()))
                .toList());
    }

    private void notes(SummaryGrid grid) {
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
        List<String> hosts = context.catalogue().units().stream()
                .filter(unit -> !context.catalogue().zonesOf(unit.code()).isEmpty())
                .map(unit -> context.text(
                        "host",
                        "host",
                        context.name(unit),
                        "zones",
                        context.joined(context.catalogue().zonesOf(unit.code()).stream()
                                .map(context::name)
                                .toList())))
                .toList();
        return hosts.isEmpty() ? List.of() : List.of(context.text("note.zones", "hosts", context.joined(hosts)));
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
