package huibao.workbook;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Light;
import huibao.model.Outcome;
import huibao.model.Severity;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PaperSize;

/**
 * 审核与说明: what the audit found and what districts explained; first the workbooks that need a person.
 * Like findings of a workbook share a line with all their cells.
 */
final class SummaryFindingsSheet {

    private static final int LINES_PER_SUBMISSION = 60;
    private static final int CELLS_NAMED = 8;
    private static final List<SubmissionState> MOST_URGENT_FIRST = List.of(
            SubmissionState.RETURNED,
            SubmissionState.REJECTED,
            SubmissionState.RECEIVED,
            SubmissionState.ACCEPTED,
            SubmissionState.SUPERSEDED);

    private final SummaryContext context;

    SummaryFindingsSheet(SummaryContext context) {
        this.context = context;
    }

    private record Like(Severity severity, String rule, Outcome outcome, String found, String expected, String said) {}

    void write() {
        SummaryGrid grid = new SummaryGrid(
                context, SummarySheet.FINDINGS, PaperSize.A3_PAPER, 9, 12, 34, 10, 14, 26, 22, 18, 34, 40, 12);
        grid.head(context.text("title.findings", "title", context.settings().titleZh()));
        grid.header(
                context.texts("column", "severity unit file sheet cell item rule found expected explanation state"), 2);
        if (!context.bulletin().cityFindings().isEmpty()) {
            grid.band(context.text("band.city_findings"));
            write(grid, context.text("whole_city"), "", context.bulletin().cityFindings(), "");
        }
        Map<SubmissionRecord, List<Finding>> bySubmission = context.bulletin().findings().stream()
                .collect(Collectors.groupingBy(
                        SourcedFinding::submission,
                        LinkedHashMap::new,
                        Collectors.mapping(SourcedFinding::finding, Collectors.toList())));
        bySubmission.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<SubmissionRecord, List<Finding>> entry) ->
                        MOST_URGENT_FIRST.indexOf(entry.getKey().state())))
                .forEach(entry -> write(grid, entry.getKey(), entry.getValue()));
        if (bySubmission.isEmpty() && context.bulletin().cityFindings().isEmpty()) {
            grid.note(context.text("no_findings"));
        }
        grid.finish();
    }

    private void write(SummaryGrid grid, SubmissionRecord submission, List<Finding> findings) {
        String unit = submission.unit().map(context::name).orElse(context.text("unit_unknown"));
        String state = context.messages().word(submission.state());
        grid.band(context.text(
                submission.state() == SubmissionState.REJECTED ? "band.rejected" : "band.submission",
                "unit",
                unit,
                "version",
                String.valueOf(submission.version()),
                "state",
                state,
                "mandatory",
                count(findings, Severity.MANDATORY),
                "verify",
                count(findings, Severity.VERIFY),
                "notice",
                count(findings, Severity.NOTICE)));
        write(grid, unit, submission.file().name(), findings, state);
    }

    private static String count(List<Finding> findings, Severity severity) {
        return String.valueOf(findings.stream()
                .filter(f -> f.outcome() == Outcome.FAILED && f.severity() == severity)
                .count());
    }

    private void write(SummaryGrid grid, String unit, String file, List<Finding> findings, String state) {
        Map<Like, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            alike.computeIfAbsent(like(finding), key -> new ArrayList<>()).add(finding);
        }
        int line = 0;
        for (Map.Entry<Like, List<Finding>> entry : alike.entrySet()) {
            if (++line > LINES_PER_SUBMISSION) {
                grid.note(context.text("further_findings", "count", String.valueOf(alike.size() - line + 1)));
                return;
            }
            grid.row();
            write(grid, unit, file, entry.getKey(), entry.getValue(), state);
        }
    }

    private Like like(Finding finding) {
        return new Like(
                finding.severity(),
                finding.rule(),
                finding.outcome(),
                context.messages().found(finding),
                context.messages().expected(finding),
                finding.explanation());
    }

    private void write(SummaryGrid grid, String unit, String file, Like like, List<Finding> findings, String state) {
        Finding first = findings.get(0);
        List<CellRef> cells =
                findings.stream().flatMap(f -> f.cells().stream()).distinct().toList();
        grid.text(0, context.messages().word(like.severity()), severity(like.severity()));
        grid.text(1, unit, SummaryLook.LEFT);
        grid.text(2, file, SummaryLook.LEFT);
        grid.text(
                3, context.joined(cells.stream().map(CellRef::sheet).distinct().toList()), SummaryLook.LEFT);
        grid.text(4, limited(cells.stream().map(CellRef::cell).toList()), SummaryLook.LEFT);
        grid.text(
                5,
                limited(findings.stream()
                        .flatMap(f -> f.item().stream())
                        .distinct()
                        .map(context::itemName)
                        .toList()),
                SummaryLook.LEFT);
        grid.text(6, context.messages().title(first), SummaryLook.LEFT);
        grid.text(7, like.found(), SummaryLook.LEFT);
        grid.text(8, like.expected(), SummaryLook.LEFT);
        grid.text(9, like.said().isEmpty() ? context.text("missing") : like.said(), SummaryLook.LEFT);
        grid.text(10, consequence(first, state), SummaryLook.CENTRE);
    }

    private String consequence(Finding finding, String state) {
        if (finding.outcome() != Outcome.FAILED) {
            return context.messages().word(finding.outcome());
        }
        if (finding.trial()) {
            return context.text("trial");
        }
        if (finding.blocks()) {
            return context.text("blocks");
        }
        return finding.explanation().isEmpty() ? state : context.text("explained");
    }

    private String limited(List<String> parts) {
        if (parts.size() <= CELLS_NAMED) {
            return context.joined(parts);
        }
        return context.text(
                "and_others",
                "named",
                context.joined(parts.subList(0, CELLS_NAMED)),
                "count",
                String.valueOf(parts.size()));
    }

    private static SummaryLook severity(Severity severity) {
        return switch (severity) {
            case MANDATORY -> SummaryStyles.light(Light.RED);
            case VERIFY -> SummaryStyles.light(Light.YELLOW);
            case NOTICE -> SummaryLook.CENTRE;
        };
    }
}
