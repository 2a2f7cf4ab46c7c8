package huibao.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a unit reported, against deadline and reminder.
 *
 * @param acceptedAt when a form of it was accepted first; empty if none was
 * @param remindedAt when it was reminded first after the deadline; empty if it was not
 * @param limit the limit that reminder gave; empty without a reminder
 * @param reminders how often it was reminded, before and after the deadline
 * @param lateness the grade
 */
public record Timeliness(
        Optional<Instant> acceptedAt,
        Optional<Instant> remindedAt,
        Optional<Instant> limit,
        int reminders,
        Lateness lateness) {

    /**
     * Grades a unit's reporting.
     *
     * @param received when its first form arrived
     * @param acceptedAt when a form of it was accepted first
     * @param due the deadline
     * @param reminders what it was reminded of for the period
     * @param at the moment of which is judged
     */
    public static Timeliness of(
            Optional<Instant> received,
            Optional<Instant> acceptedAt,
            Optional<Instant> due,
            List<Reminder> reminders,
            Instant at) {
        Optional<Reminder> first = reminders.stream()
                .filter(reminder -> due.filter(reminder::isAfter).isPresent())
                .findFirst();
        return new Timeliness(
                acceptedAt,
                first.map(Reminder::at),
                first.map(Reminder::limit),
                reminders.size(),
                grade(received, due, first, at));
    }

    private static Lateness grade(
            Optional<Instant> received, Optional<Instant> due, Optional<Reminder> reminder, Instant at) {
        if (received.isEmpty()) {
            return due.isPresent() && at.isAfter(due.get()) ? Lateness.NOT_REPORTED : Lateness.NOT_YET_DUE;
        }
        Instant arrived = received.get();
        if (due.isEmpty() || !arrived.isAfter(due.get())) {
            return Lateness.ON_TIME;
        }
        if (reminder.isEmpty() || !arrived.isAfter(reminder.get().at())) {
            return Lateness.LATE_BEFORE_REMINDER;
        }
        return arrived.isAfter(reminder.get().limit()) ? Lateness.LATE_AFTER_LIMIT : Lateness.LATE_WITHIN_LIMIT;
    }
}
