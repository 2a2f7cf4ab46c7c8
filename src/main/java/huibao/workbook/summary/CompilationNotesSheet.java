package huibao.workbook.summary;

import huibao.catalogue.JobSettings.Thresholds;
import huibao.model.Allocation;
import huibao.model.AttainmentStatus;
import huibao.model.Light;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.workbook.summary.Look.Face;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.PaperSize;

/** 编制说明: what the tables are, how current, how rounded, what is missing, and how clauses are read. */
final class CompilationNotesSheet {

    private static final int TEXT_COLUMN = 2;

    private final SheetContext context;
    private final BrokenRules broken;

    CompilationNotesSheet(SheetContext context, BrokenRules broken) {
        this.context = context;
        this.broken = broken;
    }

    void write() {
        SheetWriter grid = new SheetWriter(context, SummarySheet.NOTES, PaperSize.A4_PAPER, 9, 26, 10, 16, 20, 72);
        grid.head(context.text("title.notes", "title", context.settings().titleZh()));
        grid.header(List.of(context.text("column.subject"), "", context.text("column.content"), "", "", ""), 0);
        grid.merged(0, 1, context.text("column.subject"), Look.HEADER);
        grid.merged(TEXT_COLUMN, grid.lastColumn(), context.text("column.content"), Look.HEADER);
        facts(grid);
        contents(grid);
        lights(grid);
        readings(grid);
        grid.finish();
    }

    private void facts(SheetWriter grid) {
        line(grid, "what", context.text("fact.what", "title", context.settings().titleZh()));
        line(grid, "period", context.period(context.bulletin().period()));
        line(
                grid,
                "cut_off",
                context.text(
                        "fact.cut_off",
                        "time",
                        context.time(context.bulletin().at()),
                        "zone",
                        context.settings().zone().getId()));
        line(grid, "edition", edition());
        line(grid, "catalogue", SheetContext.shortHash(context.bulletin().catalogueHash()));
        line(
                grid,
                "rounding",
                context.text("rounding." + context.settings().rounding().name().toLowerCase(Locale.ROOT)));
        line(grid, "scope", scope());
        line(
                grid,
                "missing",
                context.missingUnits().isEmpty()
                        ? context.text("fact.none_missing")
                        : context.text("fact.missing", "units", context.names(context.missingUnits())));
        line(grid, "assumptions", context.text("fact.assumptions"));
        line(grid, "paces", context.text("fact.paces"));
        line(grid, "symbols", context.text("fact.symbols"));
        line(grid, "verdicts", context.text("fact.verdicts"));
        if (context.catalogue().allocations().stream().anyMatch(Allocation::illustrative)) {
            line(grid, "allocations", context.text("fact.allocations", "mark", context.text("illustrative_mark")));
        }
        broken.reasons()
                .forEach((rule, why) ->
                        line(grid, "broken_rule", context.text("fact.broken_rule", "rule", rule, "why", why)));
        if (context.bulletin().synthetic()) {
            line(grid, "data", context.text("synthetic"));
        }
    }

    private String edition() {
        int edition = context.bulletin().edition();
        return edition <= 1
                ? context.text("fact.first_edition")
                : context.text(
                        "fact.later_edition",
                        "edition",
                        Integer.toString(edition),
                        "revision",
                        Integer.toString(edition - 1),
                        "sheet",
                        SummarySheet.REVISIONS.title(context));
    }

    private String scope() {
        List<Unit> zones = context.catalogue().ofKind(UnitKind.ZONE);
        List<Unit> districts = context.catalogue().ofKind(UnitKind.DISTRICT);
        String scope = context.text(
                "fact.scope",
                "districts",
                context.units(districts, context::name),
                "count",
                String.valueOf(districts.size()));
        return zones.isEmpty()
                ? scope
                : scope + context.text("fact.zones", "zones", context.units(zones, this::inHost));
    }

    private String inHost(Unit zone) {
        return context.text(
                "zone_in_host",
                "zone",
                context.name(zone),
                "host",
                zone.host().map(context::name).orElse(""));
    }

    private void contents(SheetWriter grid) {
        grid.band(context.text("band.contents"));
        for (SummarySheet sheet : SummarySheet.of(context.bulletin())) {
            grid.row();
            grid.merged(0, 1, sheet.title(context), Look.LINK);
            grid.link(0, sheet, "A1");
            grid.merged(TEXT_COLUMN, grid.lastColumn(), sheet.contents(context), Look.LEFT);
        }
    }

    private void lights(SheetWriter grid) {
        grid.band(context.text("band.lights"));
        Thresholds limits = context.settings().thresholds();
        for (Light light : Light.values()) {
            List<String> words = Arrays.stream(AttainmentStatus.values())
                    .filter(status -> status.light() == light)
                    .map(context::word)
                    .toList();
            grid.row();
            grid.text(0, context.word(light), SummaryStyles.light(light));
            grid.text(1, context.joined(words), Look.LEFT);
            String rule = context.text(
                    "light_rule." + light.name().toLowerCase(Locale.ROOT),
                    "ahead",
                    limits.ahead().toPlainString(),
                    "on_pace",
                    limits.onPace().toPlainString(),
                    "near",
                    limits.near().toPlainString(),
                    "behind",
                    limits.behind().toPlainString());
            grid.merged(TEXT_COLUMN, grid.lastColumn(), rule, Look.LEFT);
        }
        grid.row();
        grid.merged(0, 1, context.text("column.hold_band"), Look.LEFT.faced(Face.BOLD));
        grid.merged(
                TEXT_COLUMN,
                grid.lastColumn(),
                context.text("fact.hold_band", "band", limits.holdBandPercent().toPlainString()),
                Look.LEFT);
    }

    private void readings(SheetWriter grid) {
        List<Target> noted = context.catalogue().targets().stream()
                .filter(target -> !target.notes().isEmpty())
                .toList();
        if (noted.isEmpty()) {
            return;
        }
        grid.band(context.text("band.readings"));
        grid.repeatedHeads(context.texts("column", "target_code target section as_written comparator reading"));
        for (Target target : noted) {
            grid.row();
            grid.text(0, target.code().value(), Look.CENTRE);
            grid.text(1, context.name(target), Look.LEFT);
            grid.text(2, target.section(), Look.CENTRE);
            grid.text(3, asWritten(target), Look.CENTRE);
            grid.text(
                    4,
                    context.text(
                            "comparator_and_pace",
                            "comparator",
                            context.word(target.comparator()),
                            "pace",
                            context.word(target.pace())),
                    Look.CENTRE);
            grid.text(5, target.notes(), Look.LEFT);
        }
    }

    private String asWritten(Target target) {
        return target.qualifier().isEmpty() ? target.asWritten() : target.asWritten() + "  " + target.qualifier();
    }

    private void line(SheetWriter grid, String label, String text) {
        grid.row();
        grid.merged(0, 1, context.text("label." + label), Look.LEFT.faced(Face.BOLD));
        grid.merged(TEXT_COLUMN, grid.lastColumn(), text, Look.LEFT);
    }
}
