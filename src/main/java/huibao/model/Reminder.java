package huibao.model;

import java.time.Instant;
import java.util.List;

/**
 * That a unit was reminded (催报) of a form that is not accepted.
 *
 * @param number place among all reminders of the job, from 1
 * @param unit the unit
 * @param period the form's period
 * @param offsetDays days from the deadline of then at which it fell due, negative before it
 * @param at when it was issued
 * @param limit by when the form is asked for: the deadline itself before it, a later moment after it
 * @param channels how it went out; {@link Channel#FILE} alone if the unit cannot be written to
 */
public record Reminder(
        long number, UnitCode unit, Period period, int offsetDays, Instant at, Instant limit, List<Channel> channels) {

    public Reminder {
        channels = List.copyOf(channels);
        if (number < 1) {
            throw new IllegalArgumentException("reminders are numbered from 1: " + number);
        }
    }

    /**
     * Whether it was issued when a deadline was over: only then is it a reminder by which lateness is graded. The
     * deadline may have been moved since it was issued.
     */
    public boolean isAfter(Instant deadline) {
        return at.isAfter(deadline);
    }
}
