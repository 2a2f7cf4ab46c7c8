package huibao.notice;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.Lateness;
import huibao.model.Period;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Timeliness;
import huibao.model.UnitBulletin;
import huibao.model.UnitReporting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a unit is told of its form for a period (催报、退回通知). Says nothing of the moment it is written at, so that it
 * stays as it is while nothing changes.
 */
public final class UnitNotice {

    private final Catalogue catalogue;
    private final Phrases phrases;
    private final Function<SubmissionRecord, String> markedWorkbook;

    /**
     * @param catalogue the job
     * @param messages texts in its language
     * @param markedWorkbook where the workbook sent back lies, below the job's output folder
     */
    public UnitNotice(Catalogue catalogue, Messages messages, Function<SubmissionRecord, String> markedWorkbook) {
        this.catalogue = catalogue;
        this.phrases = new Phrases(catalogue, messages);
        this.markedWorkbook = markedWorkbook;
    }

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
        Optional<SubmissionRecord> returned = returned(bulletin, line);
        List<Finding> findings =
                returned.map(record -> blocking(bulletin, record)).orElse(List.of());
        String subject = subject(causes, line, bulletin.period());
        return Optional.of(new Notice(
                subject, text(subject, line, returned, findings), members(bulletin, line, causes, returned, findings)));
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
        Optional<SubmissionRecord> returned = returned(bulletin, line);
        List<Finding> findings =
                returned.map(record -> blocking(bulletin, record)).orElse(List.of());
        String subject = phrases.text(
                "reminder.subject",
                "unit",
                phrases.unit(line.unit()),
                "period",
                bulletin.period().toString(),
                "limit",
                phrases.time(limit));
        Map<String, Object> members = new LinkedHashMap<>();
        members.putAll(members(bulletin, line, causes, returned, findings));
        members.put("kind", "REMINDER");
        members.put("limit", limit.toString());
        return new Notice(subject, text(subject, line, returned, findings), members);
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

    private String subject(List<Cause> causes, UnitReporting line, Period period) {
        Cause first = causes.contains(Cause.RETURNED) ? Cause.RETURNED : causes.get(0);
        return phrases.text(
                "unit.subject." + first.name(), "unit", phrases.unit(line.unit()), "period", period.toString());
    }

    private String text(
            String subject, UnitReporting line, Optional<SubmissionRecord> returned, List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        add(text, subject);
        add(text, phrases.text("job", "title", catalogue.settings().titleZh()));
        add(text, "");
        add(
                text,
                phrases.text(
                        "unit.state",
                        "state",
                        line.state().map(phrases::word).orElseGet(() -> phrases.text("unit.nothing"))));
        line.acceptedVersion()
                .ifPresent(version -> add(text, phrases.text("unit.accepted", "version", Integer.toString(version))));
        line.due()
                .ifPresent(due -> add(
                        text,
                        phrases.text(
                                "unit.due",
                                "due",
                                phrases.time(due),
                                "lateness",
                                phrases.word(line.timeliness().lateness()))));
        line.firstReceivedAt().ifPresent(at -> add(text, phrases.text("unit.received", "at", phrases.time(at))));
        Timeliness timeliness = line.timeliness();
        if (timeliness.remindedAt().isPresent() && timeliness.limit().isPresent()) {
            add(
                    text,
                    phrases.text(
                            "unit.reminded",
                            "at",
                            phrases.time(timeliness.remindedAt().get()),
                            "limit",
                            phrases.time(timeliness.limit().get())));
        }
        returned.ifPresent(record -> {
            add(text, "");
            add(
                    text,
                    phrases.text(
                            "unit.returned",
                            "version",
                            Integer.toString(record.version()),
                            "file",
                            record.file().name(),
                            "count",
                            Integer.toString(findings.size())));
            findings.forEach(finding -> add(text, "  " + phrases.finding(finding)));
            add(text, phrases.text("unit.marked", "path", markedWorkbook.apply(record)));
        });
        if (returned.isPresent() || line.acceptedVersion().isEmpty()) {
            add(text, "");
            add(text, phrases.text(returned.isPresent() ? "unit.mend" : "unit.send"));
        }
        return text.toString();
    }

    private Map<String, Object> members(
            Bulletin bulletin,
            UnitReporting line,
            List<Cause> causes,
            Optional<SubmissionRecord> returned,
            List<Finding> findings) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", "UNIT");
        members.put("job", catalogue.settings().name());
        members.put("time_period", bulletin.period().toString());
        members.put("ref_area", line.unit().value());
        members.put("name", phrases.unit(line.unit()));
        members.put("causes", causes.stream().map(Cause::name).toList());
        members.put("state", line.state().map(Enum::name).orElse(""));
        members.put("accepted_version", line.acceptedVersion().orElse(0));
        members.put("due", instant(line.due()));
        members.put("first_received_at", instant(line.firstReceivedAt()));
        members.put("accepted_at", instant(line.timeliness().acceptedAt()));
        members.put("lateness", line.timeliness().lateness().name());
        members.put("reminded_at", instant(line.timeliness().remindedAt()));
        members.put("reminder_limit", instant(line.timeliness().limit()));
        members.put("returns", line.returns());
        members.put("synthetic", bulletin.synthetic());
        returned.ifPresent(record -> {
            members.put("returned", record.submissionId());
            members.put("file_name", record.file().name());
            members.put("marked_workbook", markedWorkbook.apply(record));
            members.put("findings", findings.stream().map(phrases::members).toList());
        });
        return members;
    }

    private static String instant(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    /** The form to mend: the newest one, if it was sent back. */
    private static Optional<SubmissionRecord> returned(Bulletin bulletin, UnitReporting line) {
        return bulletin.submissions().stream()
                .filter(record -> record.unit().equals(Optional.of(line.unit())))
                .filter(record -> record.version() > 0)
                .max(Comparator.comparingInt(SubmissionRecord::version))
                .filter(record -> record.state() == SubmissionState.RETURNED);
    }

    private static List<Finding> blocking(Bulletin bulletin, SubmissionRecord record) {
        return record.unit().flatMap(bulletin.units()::find).map(UnitBulletin::findings).orElse(List.of()).stream()
                .filter(sourced -> sourced.submission().submissionId().equals(record.submissionId()))
                .map(SourcedFinding::finding)
                .filter(Finding::blocks)
                .toList();
    }

    private static void add(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
