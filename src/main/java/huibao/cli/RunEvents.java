package huibao.cli;

import huibao.archive.DueReminder;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Dispatch.Result;
import huibao.delivery.Message;
import huibao.facts.FactPath;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.model.Channel;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.SubmissionState;
import huibao.pipeline.Deliveries;
import huibao.pipeline.JobFolders;
import huibao.pipeline.RunLock;
import huibao.pipeline.RunResult;
import huibao.reminder.ReminderRound;
import huibao.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of runs, reminders and deliveries, an event each. */
public final class RunEvents {

    private final Wording wording;

    /** @param wording the language of their lines */
    public RunEvents(Wording wording) {
        this.wording = wording;
    }

    /** An event whose line is a text; the facts of it that are given by name are what programs read beside it. */
    public Event event(Event.Level level, String name, String key, Object... facts) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < facts.length; i++) {
            if (facts[i] instanceof String field) {
                fields.add(field);
                fields.add(FactPath.present(facts[++i]).map(Object::toString).orElse(""));
            }
        }
        return Event.of(level, name, wording.line(key, facts), fields.toArray(String[]::new));
    }

    /** What a run did, where it is, and what came of its notices. */
    void close(EventLog log, RunResult result, JobFolders folders) {
        log.say(done(result));
        broken(result.brokenRules()).forEach(log::say);
        for (Period published : result.published()) {
            log.say(Event.of(
                    Event.Level.INFO, "published", "  " + folders.period(published), "period", published.toString()));
        }
        if (result.published().isEmpty()) {
            log.say(event(Event.Level.INFO, "nothing_new", "run.nothing_new", "period", result.period()));
        }
        delivered(result.deliveries()).ifPresent(log::say);
    }

    /** How a run ended, in a line. */
    public Event done(RunResult result) {
        return event(
                Event.Level.INFO,
                "run_done",
                "run.done",
                "accepted",
                count(result, SubmissionState.ACCEPTED, SubmissionState.SUPERSEDED),
                "exit_code",
                result.outcome().exitCode(),
                "rejected",
                count(result, SubmissionState.REJECTED),
                "returned",
                count(result, SubmissionState.RETURNED),
                "run",
                result.runId());
    }

    private static long count(RunResult result, SubmissionState... states) {
        return result.decided().stream()
                .filter(record -> List.of(states).contains(record.state()))
                .count();
    }

    /** A line per rule that could not run. */
    public List<Event> broken(Map<String, String> rules) {
        return rules.entrySet().stream()
                .map(rule -> event(
                        Event.Level.WARN,
                        "broken_rule",
                        "run.broken_rule",
                        "rule",
                        rule.getKey(),
                        Map.of("why", rule.getValue())))
                .toList();
    }

    /** That another run holds the lock. */
    public Event locked(JobFolders folders) {
        return event(
                Event.Level.ERROR,
                "locked",
                "run.locked",
                "folder",
                folders.output(),
                "holder",
                RunLock.holder(folders));
    }

    /** A reminder that was issued; a unit that cannot be written to is named as such. */
    private Event reminded(Reminder reminder) {
        return isReached(reminder)
                ? event(Event.Level.INFO, "reminded", "remind.line", facts(reminder))
                : event(Event.Level.WARN, "reminded_without_address", "remind.no_address", facts(reminder));
    }

    /** A reminder that would be issued now, and for programs what it would say. */
    Event due(DueReminder due) {
        Object[] facts = Stream.concat(
                        Stream.of(facts(due.reminder())),
                        Stream.of("notice", due.notice().text()))
                .toArray();
        return isReached(due.reminder())
                ? event(Event.Level.INFO, "reminder_due", "remind.due", facts)
                : event(Event.Level.WARN, "reminder_due_without_address", "remind.due_no_address", facts);
    }

    private boolean isReached(Reminder reminder) {
        return wording.catalogue().settings().notices().reaches(reminder.channels());
    }

    private Object[] facts(Reminder reminder) {
        List<Channel> channels = reminder.channels();
        String words = channels.stream().map(wording::said).collect(Collectors.joining(" "));
        return new Object[] {
            "unit",
            reminder.unit(),
            "period",
            reminder.period(),
            "limit",
            reminder.limit(),
            "channel",
            channels.stream().map(Channel::name).collect(Collectors.joining(" ")),
            Map.of("channels", words)
        };
    }

    /** A line per reminder, then how many there were and what came of delivering. */
    public void close(EventLog log, ReminderRound round) {
        round.issued().forEach(one -> log.say(reminded(one.reminder())));
        int count = round.issued().size();
        log.say(event(
                Event.Level.INFO, "reminders_done", count == 0 ? "remind.nobody" : "remind.done", "count", count));
        delivered(round.deliveries()).ifPresent(log::say);
    }

    /** What came of delivering; empty if nothing was tried and nothing waits. */
    public Optional<Event> delivered(Deliveries deliveries) {
        if (deliveries.attempts().isEmpty()
                && deliveries.waiting() == 0
                && deliveries.troubles().isEmpty()) {
            return Optional.empty();
        }
        long failed = deliveries.count(Result.FAILED) + deliveries.count(Result.GIVEN_UP);
        String why = Stream.concat(
                        deliveries.troubles().stream().map(trouble -> trouble.in(wording.messages())),
                        failures(deliveries.attempts()))
                .collect(Collectors.joining("; "));
        boolean well = failed == 0 && deliveries.troubles().isEmpty();
        return Optional.of(event(
                well ? Event.Level.INFO : Event.Level.WARN,
                "deliveries",
                "deliveries.line",
                "delivered",
                deliveries.count(Result.DELIVERED),
                "failed",
                failed,
                "given_up",
                deliveries.count(Result.GIVEN_UP),
                "obsolete",
                deliveries.count(Result.OBSOLETE),
                "waiting",
                deliveries.waiting(),
                "why",
                why));
    }

    /** Who was not reached and why; those of whom the same is to be said together. */
    private Stream<String> failures(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.result() == Result.FAILED || attempt.result() == Result.GIVEN_UP)
                .collect(Collectors.groupingBy(
                        attempt -> List.of(attempt.result(), attempt.why()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                attempt -> recipient(attempt.message()),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new),
                                        names -> String.join(", ", names)))))
                .entrySet()
                .stream()
                .map(failure -> wording.text(
                        failure.getKey().contains(Result.GIVEN_UP) ? "deliveries.given_up" : "deliveries.failed",
                        "recipients",
                        failure.getValue(),
                        "why",
                        failure.getKey().get(1)));
    }

    private static String recipient(Message message) {
        return message.channel() == Channel.MAIL
                ? message.recipient()
                : message.channel().name().toLowerCase(Locale.ROOT);
    }
}
