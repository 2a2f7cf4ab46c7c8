package huibao.notice;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Decision;
import huibao.model.Lateness;
import huibao.model.Light;
import huibao.model.OpenFinding;
import huibao.model.Reminder;
import huibao.model.Stake;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import huibao.model.UnitReporting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the bureau is told of a period after a run: who sent what, who has not, how the targets stand, what to look at. */
public final class SummaryNotice {

    private final Catalogue catalogue;
    private final Messages messages;
    private final Phrases phrases;

    /**
     * @param catalogue the job
     * @param messages texts in its language
     */
    public SummaryNotice(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.phrases = new Phrases(catalogue, messages);
    }

    /**
     * The notice.
     *
     * @param reminders what units were reminded of for the period
     * @param paths what to open, below the job's output folder
     */
    public Notice of(Bulletin bulletin, List<Reminder> reminders, List<String> paths) {
        String subject = phrases.text(
                "summary.subject",
                "period",
                bulletin.period().toString(),
                "accepted",
                Long.toString(accepted(bulletin)),
                "expected",
                Integer.toString(bulletin.reporting().size()));
        return new Notice(subject, text(subject, bulletin, reminders, paths), members(bulletin, reminders, paths));
    }

    private String text(String subject, Bulletin bulletin, List<Reminder> reminders, List<String> paths) {
        List<String> lines = new ArrayList<>();
        lines.add(subject);
        lines.add(phrases.text("job", "title", catalogue.settings().titleZh()));
        lines.add(phrases.text("summary.time", "at", phrases.time(bulletin.at())));
        if (bulletin.synthetic()) {
            lines.add(messages.text("synthetic.banner"));
        }
        lines.add("");
        List<SubmissionRecord> fresh = fresh(bulletin);
        lines.add(phrases.text(
                "summary.received",
                "count",
                Integer.toString(fresh.size()),
                "accepted",
                count(fresh, SubmissionState.ACCEPTED, SubmissionState.SUPERSEDED),
                "returned",
                count(fresh, SubmissionState.RETURNED),
                "rejected",
                count(fresh, SubmissionState.REJECTED)));
        fresh.forEach(record -> lines.add("  " + received(record)));
        who(
                lines,
                "summary.missing",
                units(
                        bulletin,
                        line -> line.acceptedVersion().isEmpty() && line.state().isEmpty()));
        who(
                lines,
                "summary.returned",
                units(bulletin, line -> line.state().equals(Optional.of(SubmissionState.RETURNED))));
        who(lines, "summary.late", units(bulletin, SummaryNotice::isLate));
        who(lines, "summary.unreached", unreached(bulletin, reminders));
        lines.add("");
        lines.add(phrases.text("summary.lights", lights(bulletin)));
        review(lines, bulletin);
        lines.add("");
        lines.add(phrases.text("summary.paths"));
        paths.forEach(path -> lines.add("  " + Phrases.oneLine(path)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String received(SubmissionRecord record) {
        return phrases.text(
                "summary.file",
                "state",
                phrases.word(record.state()),
                "unit",
                record.unit().map(phrases::unit).orElse(""),
                "file",
                record.file().name(),
                "reason",
                record.reason().equals(Decision.CLEAN) || record.state() == SubmissionState.SUPERSEDED
                        ? ""
                        : record.reason());
    }

    private void who(List<String> lines, String key, List<UnitCode> units) {
        if (!units.isEmpty()) {
            lines.add(phrases.text(key, "count", Integer.toString(units.size()), "units", phrases.units(units)));
        }
    }

    private void review(List<String> lines, Bulletin bulletin) {
        Stake stake = Stake.of(bulletin.review());
        lines.add(phrases.text(
                "summary.open",
                "open",
                Integer.toString(bulletin.review().size()),
                "cells",
                Integer.toString(stake.cells()),
                "targets",
                Integer.toString(stake.targets())));
        for (OpenFinding open : deciding(bulletin)) {
            lines.add("  "
                    + phrases.text(
                            "summary.deciding",
                            "rank",
                            Integer.toString(open.rank()),
                            "unit",
                            open.sourced()
                                    .submission()
                                    .unit()
                                    .map(phrases::unit)
                                    .orElse(""),
                            "finding",
                            phrases.finding(open.sourced().finding()),
                            "targets",
                            open.impact().decides().stream()
                                    .map(code -> code + " "
                                            + catalogue.requireTarget(code).nameZh())
                                    .collect(Collectors.joining(phrases.text("separator")))));
        }
    }

    private Map<String, Object> members(Bulletin bulletin, List<Reminder> reminders, List<String> paths) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", "SUMMARY");
        members.put("job", catalogue.settings().name());
        members.put("time_period", bulletin.period().toString());
        members.put("stated_time", bulletin.at().toString());
        members.put("edition", bulletin.edition());
        members.put("synthetic", bulletin.synthetic());
        members.put("received", fresh(bulletin).stream().map(this::members).toList());
        members.put("expected", bulletin.reporting().size());
        members.put("accepted", accepted(bulletin));
        members.put(
                "reporting", bulletin.reporting().stream().map(this::members).toList());
        members.put("unreached", codes(unreached(bulletin, reminders)));
        Map<String, Object> lights = new LinkedHashMap<>();
        for (Light light : Light.values()) {
            lights.put(light.name(), count(bulletin, light));
        }
        members.put("lights", lights);
        Stake stake = Stake.of(bulletin.review());
        members.put("open_findings", bulletin.review().size());
        members.put("deciding_cells", stake.cells());
        members.put("decided_targets", stake.targets());
        members.put("deciding", deciding(bulletin).stream().map(this::members).toList());
        members.put("paths", paths);
        return members;
    }

    private Map<String, Object> members(SubmissionRecord record) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("submission_id", record.submissionId());
        one.put("ref_area", record.unit().map(UnitCode::value).orElse(""));
        one.put("state", record.state().name());
        one.put("reason", record.reason());
        one.put("file_name", record.file().name());
        return one;
    }

    private Map<String, Object> members(UnitReporting line) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("ref_area", line.unit().value());
        one.put("name", phrases.unit(line.unit()));
        one.put("state", line.state().map(Enum::name).orElse(""));
        one.put("accepted_version", line.acceptedVersion().orElse(0));
        one.put("lateness", line.timeliness().lateness().name());
        one.put("reminders", line.timeliness().reminders());
        one.put("returns", line.returns());
        return one;
    }

    private Map<String, Object> members(OpenFinding open) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rank", open.rank());
        one.put("submission_id", open.sourced().submission().submissionId());
        one.putAll(phrases.members(open.sourced().finding()));
        one.put(
                "decides",
                open.impact().decides().stream().map(TargetCode::value).toList());
        return one;
    }

    private static List<OpenFinding> deciding(Bulletin bulletin) {
        return bulletin.review().stream()
                .filter(open -> open.impact().turnsAVerdict())
                .toList();
    }

    /** What came with this run. */
    private static List<SubmissionRecord> fresh(Bulletin bulletin) {
        return bulletin.submissions().stream()
                .filter(record -> record.receivedAt().equals(bulletin.at()))
                .toList();
    }

    private static String count(List<SubmissionRecord> records, SubmissionState... states) {
        return Long.toString(records.stream()
                .filter(record -> List.of(states).contains(record.state()))
                .count());
    }

    private static long accepted(Bulletin bulletin) {
        return bulletin.reporting().stream()
                .filter(line -> line.acceptedVersion().isPresent())
                .count();
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

    private static List<String> codes(List<UnitCode> units) {
        return units.stream().map(UnitCode::value).toList();
    }

    private static long count(Bulletin bulletin, Light light) {
        return bulletin.cityAttainments().stream()
                .filter(row -> row.light() == light)
                .count();
    }

    private static String[] lights(Bulletin bulletin) {
        List<String> parameters = new ArrayList<>();
        for (Light light : Light.values()) {
            parameters.add(light.name().toLowerCase(Locale.ROOT));
            parameters.add(Long.toString(count(bulletin, light)));
        }
        return parameters.toArray(String[]::new);
    }
}
