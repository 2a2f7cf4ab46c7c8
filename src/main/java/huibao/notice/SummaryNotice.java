package huibao.notice;

import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Lines;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Decision;
import huibao.model.Lateness;
import huibao.model.OpenFinding;
import huibao.model.Reminder;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.model.UnitReporting;
import huibao.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the bureau is told of a period after a run: who sent what, who has not, how the targets stand, what to look at. */
public final class SummaryNotice {

    private final Catalogue catalogue;
    private final Wording wording;
    private final Phrases phrases;

    /**
     * @param catalogue the job
     * @param messages texts in its language
     */
    public SummaryNotice(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.wording = new Wording(catalogue, messages);
        this.phrases = new Phrases(wording);
    }

    /** What there is to tell. */
    private record Summary(
            Bulletin bulletin,
            List<SubmissionRecord> received,
            List<UnitCode> unreached,
            List<OpenFinding> deciding,
            List<String> paths) {

        long received(SubmissionState... states) {
            return received.stream()
                    .filter(record -> List.of(states).contains(record.state()))
                    .count();
        }
    }

    /**
     * The notice.
     *
     * @param reminders what units were reminded of for the period
     * @param paths what to open, below the job's output folder
     */
    public Notice of(Bulletin bulletin, List<Reminder> reminders, List<String> paths) {
        Summary summary = new Summary(
                bulletin,
                bulletin.submissions().stream()
                        .filter(record -> record.receivedAt().equals(bulletin.at()))
                        .toList(),
                unreached(bulletin, reminders),
                bulletin.review().stream()
                        .filter(open -> open.impact().turnsAVerdict())
                        .toList(),
                paths);
        String subject = wording.line("notice.summary.subject", bulletin);
        return new Notice(subject, text(subject, summary), Json.members(summary, members()));
    }

    private String text(String subject, Summary summary) {
        Bulletin bulletin = summary.bulletin();
        List<String> lines = new ArrayList<>();
        lines.add(subject);
        lines.add(wording.line("notice.job", "title", catalogue.settings().titleZh()));
        lines.add(wording.line("notice.summary.time", bulletin));
        if (bulletin.synthetic()) {
            lines.add(wording.text("synthetic.banner"));
        }
        lines.add("");
        lines.add(wording.line(
                "notice.summary.received",
                summary,
                "accepted",
                summary.received(SubmissionState.ACCEPTED, SubmissionState.SUPERSEDED),
                "returned",
                summary.received(SubmissionState.RETURNED),
                "rejected",
                summary.received(SubmissionState.REJECTED)));
        for (SubmissionRecord record : summary.received()) {
            lines.add("  " + received(record));
            bulletin.rejectedFindings().stream()
                    .filter(rejected -> rejected.submission().submissionId().equals(record.submissionId()))
                    .forEach(rejected -> lines.add("    " + phrases.said(rejected.finding())));
        }
        who(
                lines,
                "missing",
                units(
                        bulletin,
                        line -> line.acceptedVersion().isEmpty() && line.state().isEmpty()));
        who(lines, "returned", units(bulletin, line -> line.state().equals(Optional.of(SubmissionState.RETURNED))));
        who(lines, "late", units(bulletin, SummaryNotice::isLate));
        who(lines, "unreached", summary.unreached());
        lines.add("");
        lines.add(wording.line("notice.summary.lights", bulletin.lights()));
        lines.add(wording.line("notice.summary.open", bulletin));
        summary.deciding().forEach(open -> lines.add("  " + deciding(open)));
        lines.add("");
        lines.add(wording.text("notice.summary.paths"));
        summary.paths().forEach(path -> lines.add("  " + Lines.oneLine(path)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String received(SubmissionRecord record) {
        boolean clean = record.reason().equals(Decision.CLEAN) || record.state() == SubmissionState.SUPERSEDED;
        return wording.line("notice.summary.file", record, "reason", clean ? "" : record.reason());
    }

    private void who(List<String> lines, String which, List<UnitCode> units) {
        if (!units.isEmpty()) {
            lines.add(wording.line("notice.summary." + which, "units", units));
        }
    }

    private String deciding(OpenFinding open) {
        return wording.line(
                "notice.summary.deciding",
                open,
                "finding",
                phrases.finding(open.sourced().finding()),
                "targets",
                open.impact().decides().stream()
                        .map(code -> code + " " + catalogue.requireTarget(code).nameZh())
                        .toList());
    }

    private Members members() {
        return phrases.members()
                .of(
                        Summary.class,
                        """
                        kind job time_period=bulletin.period stated_time=bulletin.at edition=bulletin.edition
                        synthetic=bulletin.synthetic received expected=bulletin.reporting.size
                        accepted=bulletin.accepted reporting=bulletin.reporting unreached lights=bulletin.lights
                        open_findings=bulletin.review.size deciding_cells=bulletin.stake.cells
                        decided_targets=bulletin.stake.targets deciding paths""",
                        Map.of(
                                "kind", summary -> "SUMMARY",
                                "job", summary -> catalogue.settings().name()))
                .of(SubmissionRecord.class, "submission_id ref_area=unit state reason file_name=file.name")
                .of(UnitReporting.class, """
                        ref_area=unit name state accepted_version lateness=timeliness.lateness
                        reminders=timeliness.reminders returns""", Map.of("name", line -> wording.name(line.unit())))
                .of(OpenFinding.class, """
                        rank submission_id=sourced.submission.submission_id sourced.finding.*
                        decides=impact.decides""");
    }

    private static List<UnitCode> units(Bulletin bulletin, Predicate<UnitReporting> condition) {
        return bulletin.reporting().stream()
                .filter(condition)
                .map(UnitReporting::unit)
                .toList();
    }

    private static boolean isLate(UnitReporting line) {
        return line.timeliness().lateness() != Lateness.ON_TIME
                && line.firstReceivedAt().isPresent();
    }

    /** Units still asked for a form that no reminder could be sent to. */
    private List<UnitCode> unreached(Bulletin bulletin, List<Reminder> reminders) {
        return units(
                bulletin,
                line -> line.acceptedVersion().isEmpty()
                        && reminders.stream()
                                .anyMatch(reminder -> reminder.unit().equals(line.unit())
                                        && !catalogue.settings().notices().reaches(reminder.channels())));
    }
}
