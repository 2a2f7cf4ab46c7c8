package huibao.cli;

import huibao.archive.DueReminder;
import huibao.catalogue.Catalogue;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Dispatch.Result;
import huibao.delivery.Message;
import huibao.log.Event;
import huibao.message.Messages;
import huibao.model.Channel;
import huibao.model.Reminder;
import huibao.pipeline.Deliveries;
import huibao.wording.Wording;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of reminders and deliveries, a line each. */
public final class NoticeLines {

    private final Messages messages;
    private final Wording wording;

    public NoticeLines(Catalogue catalogue, Messages messages) {
        this.messages = messages;
        this.wording = new Wording(catalogue, messages);
    }

    /** A reminder that was issued; a unit that cannot be written to is named as such. */
    Event reminded(Reminder reminder) {
        return line(reminder, "reminded", "reminded_without_address", "remind.line", "remind.no_address");
    }

    /** A reminder that would be issued now, and for programs what it would say. */
    Event due(DueReminder due) {
        Event line = line(
                due.reminder(), "reminder_due", "reminder_due_without_address", "remind.due", "remind.due_no_address");
        Map<String, String> fields = new LinkedHashMap<>(line.fields());
        fields.put("notice", due.notice().text());
        return new Event(line.level(), line.name(), line.text(), fields);
    }

    private Event line(Reminder reminder, String name, String nameUnreached, String text, String textUnreached) {
        boolean reached = wording.catalogue().settings().notices().reaches(reminder.channels());
        String channels = reminder.channels().stream().map(messages::word).collect(Collectors.joining(" "));
        return Event.of(
                reached ? Event.Level.INFO : Event.Level.WARN,
                reached ? name : nameUnreached,
                messages.text(
                        reached ? text : textUnreached,
                        Map.of(
                                "unit", wording.name(reminder.unit()),
                                "period", reminder.period().toString(),
                                "limit", wording.time(reminder.limit()),
                                "channels", channels)),
                "unit",
                reminder.unit().value(),
                "period",
                reminder.period().toString(),
                "limit",
                reminder.limit().toString(),
                "channel",
                reminder.channels().stream().map(Channel::name).collect(Collectors.joining(" ")));
    }

    /** What came of delivering; empty if nothing was tried and nothing waits. */
    public Optional<Event> delivered(Deliveries deliveries) {
        if (deliveries.attempts().isEmpty()
                && deliveries.waiting() == 0
                && deliveries.troubles().isEmpty()) {
            return Optional.empty();
        }
        String givenUp = Long.toString(deliveries.count(Result.GIVEN_UP));
        String obsolete = Long.toString(deliveries.count(Result.OBSOLETE));
        long failed = deliveries.count(Result.FAILED) + deliveries.count(Result.GIVEN_UP);
        String why = Stream.concat(
                        deliveries.troubles().stream().map(trouble -> trouble.in(messages)),
                        failures(deliveries.attempts()))
                .collect(Collectors.joining("; "));
        boolean well = failed == 0 && deliveries.troubles().isEmpty();
        return Optional.of(Event.of(
                well ? Event.Level.INFO : Event.Level.WARN,
                "deliveries",
                messages.text(
                        "deliveries.line",
                        Map.of(
                                "delivered", Long.toString(deliveries.count(Result.DELIVERED)),
                                "failed", Long.toString(failed),
                                "given_up", unlessNone(givenUp),
                                "obsolete", unlessNone(obsolete),
                                "waiting", Integer.toString(deliveries.waiting()),
                                "why", Console.oneLine(why))),
                "delivered",
                Long.toString(deliveries.count(Result.DELIVERED)),
                "failed",
                Long.toString(failed),
                "given_up",
                givenUp,
                "obsolete",
                obsolete,
                "waiting",
                Integer.toString(deliveries.waiting()),
                "why",
                why));
    }

    private static String unlessNone(String count) {
        return count.equals("0") ? "" : count;
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
                .map(failure -> messages.text(
                        failure.getKey().contains(Result.GIVEN_UP) ? "deliveries.given_up" : "deliveries.failed",
                        Map.of(
                                "recipients",
                                failure.getValue(),
                                "why",
                                String.valueOf(failure.getKey().get(1)))));
    }

    private static String recipient(Message message) {
        return message.channel() == Channel.MAIL
                ? message.recipient()
                : message.channel().name().toLowerCase(Locale.ROOT);
    }
}
