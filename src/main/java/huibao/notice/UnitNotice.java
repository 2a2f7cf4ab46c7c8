package huibao.notice;

import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.Lateness;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Timeliness;
import huibao.model.UnitBulletin;
import huibao.model.UnitReporting;
import huibao.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a unit is told of its form for a period (催报、退回通知). Says nothing of the moment it is written at, so that it
 * stays as it is while nothing changes.
 */
public final class UnitNotice {

    private final Catalogue catalogue;
    private final Wording wording;
    private final Phrases phrases;
    private final Function<SubmissionRecord, String> markedWorkbook;

    /**
     * @param catalogue the job
     * @param messages texts in its language
     * @param markedWorkbook where the workbook sent back lies, below the job's output folder
     */
    public UnitNotice(Catalogue catalogue, Messages messages, Function<SubmissionRecord, String> markedWorkbook) {
        this.catalogue = catalogue;
        this.wording = new Wording(catalogue, messages);
        this.phrases = new Phrases(wording);
        this.markedWorkbook = markedWorkbook;
    }

    /** What there is to tell; a limit only in a reminder. */
    private record Told(
            Bulletin bulletin,
            UnitReporting line,
            List<Cause> causes,
            Optional<Returned> returned,
            Optional<Instant> limit) {}

    /** The form to mend. */
    private record Returned(SubmissionRecord record, String markedWorkbook, List<Finding> findings) {}

    /** Why a unit is told something. */
    public enum Cause {
        /** Nothing is accepted, and something is due or was asked for. */
        MISSING,
        /** Its newest form was sent back. */
        RETURNED,
        /** Its first form came after the deadline. */
        LATE
    }

    /** The notice for one unit; empty if there is nothing to say. */
    public Optional<Notice> of(Bulletin bulletin, UnitReporting line) {
        List<Cause> causes = causes(line);
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        Cause first = causes.contains(Cause.RETURNED) ? Cause.RETURNED : causes.get(0);
        Told told = new Told(bulletin, line, causes, returned(bulletin, line), Optional.empty());
        return Optional.of(notice("unit.subject." + first.name(), told));
    }

    /**
     * The same as a reminder: what is asked for by when stands first.
     *
     * @param limit by when the form is asked for
     */
    public Notice reminding(Bulletin bulletin, UnitReporting line, Instant limit) {
        List<Cause> causes = new ArrayList<>(causes(line));
        if (!causes.contains(Cause.MISSING) && line.acceptedVersion().isEmpty()) {
            causes.add(0, Cause.MISSING);
        }
        Told told = new Told(bulletin, line, causes, returned(bulletin, line), Optional.of(limit));
        return notice("reminder.subject", told);
    }

    private Notice notice(String key, Told told) {
        String subject = wording.line("notice." + key, told);
        return new Notice(subject, text(subject, told), Json.members(told, members()));
    }

    /** Why there is something to tell the unit. */
    public static List<Cause> causes(UnitReporting line) {
        List<Cause> causes = new ArrayList<>();
        Timeliness timeliness = line.timeliness();
        boolean asked = timeliness.lateness() != Lateness.NOT_YET_DUE || timeliness.reminders() > 0;
        if (line.acceptedVersion().isEmpty() && asked) {
            causes.add(Cause.MISSING);
        }
        if (line.state().equals(Optional.of(SubmissionState.RETURNED))) {
            causes.add(Cause.RETURNED);
        }
        switch (timeliness.lateness()) {
            case LATE_BEFORE_REMINDER, LATE_WITHIN_LIMIT, LATE_AFTER_LIMIT -> causes.add(Cause.LATE);
            case ON_TIME, NOT_REPORTED, NOT_YET_DUE -> {}
        }
        return causes;
    }

    private String text(String subject, Told told) {
        UnitReporting line = told.line();
        List<String> lines = new ArrayList<>();
        lines.add(subject);
        lines.add(wording.line("notice.job", "title", catalogue.settings().titleZh()));
        lines.add("");
        lines.add(wording.line(
                "notice.unit.state",
                "state",
                line.state().map(wording::said).orElseGet(() -> wording.text("notice.unit.nothing"))));
        Stream.of("accepted", "due", "received", "reminded")
                .map(key -> wording.line("notice.unit." + key, line, line.timeliness()))
                .filter(said -> !said.isEmpty())
                .forEach(lines::add);
        told.returned().ifPresent(returned -> {
            lines.add("");
            lines.add(wording.line("notice.unit.returned", returned));
            returned.findings().forEach(finding -> lines.add("  " + phrases.finding(finding)));
            lines.add(wording.line("notice.unit.marked", returned));
        });
        if (told.returned().isPresent() || line.acceptedVersion().isEmpty()) {
            lines.add("");
            lines.add(wording.text(told.returned().isPresent() ? "notice.unit.mend" : "notice.unit.send"));
        }
        return lines.stream().map(said -> said + "\n").collect(Collectors.joining());
    }

    private Members members() {
        return phrases.members()
                .of(
                        Told.class,
                        """
                        kind job time_period=bulletin.period ref_area=line.unit name causes state=line.state
                        accepted_version=line.accepted_version due=line.due first_received_at=line.first_received_at
                        accepted_at=line.timeliness.accepted_at lateness=line.timeliness.lateness
                        reminded_at=line.timeliness.reminded_at reminder_limit=line.timeliness.limit
                        returns=line.returns synthetic=bulletin.synthetic returned.* limit?""",
                        Map.of(
                                "kind", told -> told.limit().isPresent() ? "REMINDER" : "UNIT",
                                "job", told -> catalogue.settings().name(),
                                "name", told -> wording.name(told.line().unit())))
                .of(Returned.class, """
                        returned=record.submission_id file_name=record.file.name marked_workbook findings""");
    }

    /** The newest form, if it was sent back. */
    private Optional<Returned> returned(Bulletin bulletin, UnitReporting line) {
        return bulletin.submissions().stream()
                .filter(record -> record.unit().equals(Optional.of(line.unit())))
                .filter(record -> record.version() > 0)
                .max(Comparator.comparingInt(SubmissionRecord::version))
                .filter(record -> record.state() == SubmissionState.RETURNED)
                .map(record -> new Returned(record, markedWorkbook.apply(record), blocking(bulletin, record)));
    }

    private static List<Finding> blocking(Bulletin bulletin, SubmissionRecord record) {
        return record.unit().flatMap(bulletin.units()::find).map(UnitBulletin::findings).orElse(List.of()).stream()
                .filter(sourced -> sourced.submission().submissionId().equals(record.submissionId()))
                .map(SourcedFinding::finding)
                .filter(Finding::blocks)
                .toList();
    }
}
