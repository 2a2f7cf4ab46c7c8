package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Dispatch.Result;
import huibao.log.Event;
import huibao.message.Messages;
import huibao.model.Channel;
import huibao.model.Reminder;
import huibao.pipeline.Deliveries;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of reminders and deliveries, a line each. */
final class NoticeLines {

    private final Messages messages;
    private final Wording wording;

    NoticeLines(Catalogue catalogue, Messages messages) {
        this.messages = messages;
        this.wording = new Wording(catalogue, messages);
    }

    /** A reminder; a unit that cannot be written to is named as such. */
    Event reminded(Reminder reminder) {
        boolean reached = wording.catalogue().settings().notices().reaches(reminder.channels());
        String channels = reminder.channels().stream().map(messages::word).collect(Collectors.joining(" "));
        return Event.of(
                reached ? Event.Level.INFO : Event.Level.WARN,
                reached ? "reminded" : "reminded_without_address",
                messages.text(
                        reached ? "remind.line" : "remind.no_address",
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
    Optional<Event> delivered(Deliveries deliveries) {
        if (deliveries.attempts().isEmpty()
                && deliveries.waiting() == 0
                && deliveries.trouble().isEmpty()) {
            return Optional.empty();
        }
        long failed = deliveries.count(Result.FAILED) + deliveries.count(Result.GIVEN_UP);
        String why = deliveries
                .trouble()
                .map(trouble -> trouble.in(messages))
                .orElseGet(() -> deliveries.attempts().stream()
                        .map(Attempt::why)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        boolean well = failed == 0 && deliveries.trouble().isEmpty();
        return Optional.of(Event.of(
                well ? Event.Level.INFO : Event.Level.WARN,
                "deliveries",
                messages.text(
                        "deliveries.line",
                        Map.of(
                                "delivered", Long.toString(deliveries.count(Result.DELIVERED)),
                                "failed", Long.toString(failed),
                                "waiting", Integer.toString(deliveries.waiting()),
                                "why", Console.oneLine(why))),
                "delivered",
                Long.toString(deliveries.count(Result.DELIVERED)),
                "failed",
                Long.toString(failed),
                "waiting",
                Integer.toString(deliveries.waiting()),
                "why",
                why));
    }
}
