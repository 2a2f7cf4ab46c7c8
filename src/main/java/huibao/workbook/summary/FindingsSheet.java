package huibao.workbook.summary;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Impact;
import huibao.model.Light;
import huibao.model.OpenFinding;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Severity;
import huibao.model.SourcedFinding;
import huibao.model.Stake;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.workbook.stream.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PaperSize;

/**
 * 审核与说明: what the audit found and what districts explained; first the figures that could turn a verdict,
 * then the workbooks that need a person. Like findings of a workbook share a line with all their cells.
 */
final class FindingsSheet {

    private static final int LINES_PER_SUBMISSION = 60;
    private static final int CELLS_NAMED = 8;
    private static final List<SubmissionState> MOST_URGENT_FIRST = List.of(
            SubmissionState.RETURNED,
            SubmissionState.REJECTED,
            SubmissionState.RECEIVED,
            SubmissionState.ACCEPTED,
            SubmissionState.SUPERSEDED);

    private final SheetContext context;
    private final SheetWriter grid;
    private final Rows top;
    private final List<Block> blocks = new ArrayList<>();
    /** Of findings still open: by submission, by number within it. */
    private final Map<String, Map<Integer, Impact>> open = new HashMap<>();

    private final Map<Form, Integer> accepted = new HashMap<>();

    FindingsSheet(SheetContext context) {
        this.context = context;
        this.grid = new SheetWriter(
                context, SummarySheet.FINDINGS, PaperSize.A3_PAPER, 9, 12, 30, 10, 13, 26, 22, 18, 34, 34, 12, 26, 11);
        this.top = grid.here();
        context.bulletin()
                .review()
                .forEach(one -> open.computeIfAbsent(one.sourced().submission().submissionId(), id -> new HashMap<>())
                        .put(one.findingNo(), one.impact()));
        context.bulletin().submissions().stream()
                .filter(submission -> submission.state() == SubmissionState.ACCEPTED)
                .forEach(submission -> accepted.merge(Form.of(submission), submission.version(), Math::max));
    }

    /** Which form a submission is a version of. */
    private record Form(Optional<UnitCode> unit, Optional<Period> period) {

        static Form of(SubmissionRecord submission) {
            return new Form(submission.unit(), submission.period());
        }
    }

    /** The rows of a submission, and what decides where they stand. */
    private record Block(SubmissionRecord submission, Rows rows) {}

    /**
     * A finding with what hangs on it.
     *
     * @param impact empty if nobody has to look at it any more
     */
    private record Weighed(Finding finding, Optional<Impact> impact) {}

    private record Like(Severity severity, String rule, Outcome outcome, String found, String expected, String said) {}

    /** Takes findings, those of a submission together and in reporting order; submissions may come in any order. */
    void add(List<SourcedFinding> findings) {
        Map<SubmissionRecord, List<Finding>> bySubmission = new LinkedHashMap<>();
        for (SourcedFinding one : findings) {
            bySubmission
                    .computeIfAbsent(one.submission(), submission -> new ArrayList<>())
                    .add(one.finding());
        }
        bySubmission.forEach((submission, all) -> {
            List<Weighed> weighed = weighed(submission, all);
            if (!weighed.isEmpty()) {
                Block block = new Block(submission, grid.group());
                grid.into(block.rows());
                write(submission, weighed);
                grid.leave();
                blocks.add(block);
            }
        });
    }

    /** Writes what stands above, and puts the most urgent submissions first. */
    void write() {
        grid.into(top);
        grid.head(context.text("title.findings", "title", context.settings().titleZh()));
        grid.header(
                context.texts(
                        "column",
                        "severity unit file sheet cell item rule found expected explanation state decides points"),
                2);
        deciding();
        if (!context.bulletin().cityFindings().isEmpty()) {
            grid.band(context.text("band.city_findings"));
            writeCity(context.bulletin().cityFindings());
        }
        grid.place(blocks.stream()
                .sorted(Comparator.comparing((Block block) ->
                                MOST_URGENT_FIRST.indexOf(block.submission().state()))
                        .thenComparing(block -> block.submission().receipt()))
                .map(Block::rows)
                .toList());
        if (blocks.isEmpty() && context.bulletin().cityFindings().isEmpty()) {
            grid.note(context.text("no_findings"));
        }
        grid.finish();
    }

    /** The figures to look at first, each on a line of its own. */
    private void deciding() {
        List<OpenFinding> first = context.bulletin().review().stream()
                .filter(open -> open.impact().turnsAVerdict())
                .toList();
        Stake stake = Stake.of(context.bulletin().review());
        grid.band(context.text(
                first.isEmpty() ? "band.none_deciding" : "band.deciding",
                "cells",
                String.valueOf(stake.cells()),
                "targets",
                String.valueOf(stake.targets())));
        for (OpenFinding open : first) {
            SubmissionRecord submission = open.sourced().submission();
            Finding finding = open.sourced().finding();
            grid.row();
            write(
                    unit(submission),
                    submission.file().name(),
                    like(finding),
                    List.of(new Weighed(finding, Optional.of(open.impact()))),
                    new Fate(context.word(submission.state()), context.text("blocks")));
        }
    }

    /** Those that do not stand on top, with what hangs on them where they are still open. */
    private List<Weighed> weighed(SubmissionRecord submission, List<Finding> findings) {
        Map<Integer, Impact> impacts = open.getOrDefault(submission.submissionId(), Map.of());
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Optional<Impact> impact = Optional.ofNullable(impacts.get(i + 1));
            if (impact.filter(Impact::turnsAVerdict).isEmpty()) {
                weighed.add(new Weighed(findings.get(i), impact));
            }
        }
        return weighed;
    }

    private String unit(SubmissionRecord submission) {
        return submission.unit().map(context::name).orElse(context.text("unit_unknown"));
    }

    /** The city answers for its own figures: what is said takes the place of what a district would explain. */
    private void writeCity(List<Finding> findings) {
        int line = 0;
        for (Finding finding : findings) {
            if (++line > LINES_PER_SUBMISSION) {
                grid.note(context.text("further_findings", "count", String.valueOf(findings.size() - line + 1)));
                return;
            }
            grid.row();
            grid.text(0, context.word(finding.severity()), severity(finding.severity()));
            grid.text(1, units(finding), Look.LEFT);
            grid.text(2, "", Look.LEFT);
            places(finding.cells());
            grid.text(5, finding.item().map(context::itemName).orElse(""), Look.LEFT);
            grid.text(6, context.messages().title(finding.kind()), Look.LEFT);
            grid.merged(7, 9, context.messages().message(finding), Look.LEFT);
            grid.text(10, cityState(finding), Look.CENTRE);
            grid.text(11, "", Look.LEFT);
            grid.text(12, "", Look.LEFT);
        }
    }

    /** Nothing is held up by what is said of the city. */
    private String cityState(Finding finding) {
        if (finding.outcome() != Outcome.FAILED) {
            return context.word(finding.outcome());
        }
        return context.text(finding.trial() ? "trial" : "missing");
    }

    /** The units a finding over the city is about. */
    private String units(Finding finding) {
        String area = finding.parameters().getOrDefault("area", "");
        return area.isEmpty()
                ? context.text("whole_city")
                : context.shortNames(
                        Arrays.stream(area.split(" ")).map(UnitCode::new).toList());
    }

    private void places(List<CellRef> cells) {
        grid.text(
                3, context.joined(cells.stream().map(CellRef::sheet).distinct().toList()), Look.LEFT);
        grid.text(4, limited(cells.stream().distinct().map(CellRef::cell).toList()), Look.LEFT);
    }

    private void write(SubmissionRecord submission, List<Weighed> findings) {
        String unit = unit(submission);
        Optional<Integer> replacement = replacement(submission);
        String state = replacement
                .map(version -> context.text("replaced", "version", version.toString()))
                .orElseGet(() -> context.word(submission.state()));
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
        write(
                unit,
                submission.file().name(),
                findings,
                new Fate(state, replacement.isPresent() ? state : context.text("blocks")));
    }

    /** The accepted version that came after a form that was sent back: nobody has to mend that any more. */
    private Optional<Integer> replacement(SubmissionRecord submission) {
        return Optional.ofNullable(accepted.get(Form.of(submission)))
                .filter(version -> submission.state() == SubmissionState.RETURNED && version > submission.version());
    }

    /**
     * What is said of a submission's findings.
     *
     * @param state of those that hold nothing up
     * @param blocks of those for which it was sent back
     */
    private record Fate(String state, String blocks) {}

    private static String count(List<Weighed> findings, Severity severity) {
        return String.valueOf(findings.stream()
                .map(Weighed::finding)
                .filter(finding -> finding.outcome() == Outcome.FAILED && finding.severity() == severity)
                .count());
    }

    private void write(String unit, String file, List<Weighed> findings, Fate fate) {
        Map<Like, List<Weighed>> alike = new LinkedHashMap<>();
        for (Weighed one : findings) {
            alike.computeIfAbsent(like(one.finding()), key -> new ArrayList<>()).add(one);
        }
        int line = 0;
        for (Map.Entry<Like, List<Weighed>> entry : alike.entrySet()) {
            if (++line > LINES_PER_SUBMISSION) {
                grid.note(context.text("further_findings", "count", String.valueOf(alike.size() - line + 1)));
                return;
            }
            grid.row();
            write(unit, file, entry.getKey(), entry.getValue(), fate);
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

    private void write(String unit, String file, Like like, List<Weighed> weighed, Fate fate) {
        List<Finding> findings = weighed.stream().map(Weighed::finding).toList();
        Finding first = findings.get(0);
        List<CellRef> cells =
                findings.stream().flatMap(f -> f.cells().stream()).distinct().toList();
        grid.text(0, context.word(like.severity()), severity(like.severity()));
        grid.text(1, unit, Look.LEFT);
        grid.text(2, file, Look.LEFT);
        places(cells);
        grid.text(
                5,
                limited(findings.stream()
                        .flatMap(f -> f.item().stream())
                        .distinct()
                        .map(context::itemName)
                        .toList()),
                Look.LEFT);
        grid.text(6, context.messages().title(first), Look.LEFT);
        grid.text(7, like.found(), Look.LEFT);
        grid.text(8, like.expected(), Look.LEFT);
        grid.text(9, like.said().isEmpty() ? context.text("missing") : like.said(), Look.LEFT);
        grid.text(10, consequence(first, fate), Look.CENTRE);
        List<Impact> impacts =
                weighed.stream().flatMap(one -> one.impact().stream()).toList();
        grid.text(
                11,
                limited(impacts.stream()
                        .flatMap(impact -> impact.decides().stream())
                        .distinct()
                        .map(code -> context.name(context.catalogue().requireTarget(code)))
                        .toList()),
                Look.LEFT);
        grid.number(
                12,
                impacts.stream().map(Impact::points).max(BigDecimal::compareTo).filter(points -> points.signum() > 0),
                PrintedNumber.plain(context.settings().rateDecimals()));
    }

    private String consequence(Finding finding, Fate fate) {
        if (finding.outcome() != Outcome.FAILED) {
            return context.word(finding.outcome());
        }
        if (finding.trial()) {
            return context.text("trial");
        }
        if (finding.blocks()) {
            return fate.blocks();
        }
        return finding.explanation().isEmpty() ? fate.state() : context.text("explained");
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

    private static Look severity(Severity severity) {
        return switch (severity) {
            case MANDATORY -> SummaryStyles.light(Light.RED);
            case VERIFY -> SummaryStyles.light(Light.YELLOW);
            case NOTICE -> Look.CENTRE;
        };
    }
}
