package huibao.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * What is due when, by the wall clock of one time zone. A wall-clock time that a change to summer time
 * skips is due at the first moment after the gap; one that comes twice in autumn is due once.
 *
 * @param <T> what is due
 */
public final class Agenda<T> {

    /** Every day of the year, also the 29th of February, comes after it. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZoneId zone;
    private final Map<T, CronExpression> entries = new LinkedHashMap<>();

    /**
     * @param entries what is due, and the cron expression that says when: five fields as in a crontab, or
     *     six, the first of them seconds
     * @throws IllegalArgumentException if an expression is none, or one that never comes
     */
    public Agenda(Map<T, String> entries, ZoneId zone) {
        this.zone = zone;
        entries.forEach((what, cron) -> this.entries.put(what, parse(cron)));
    }

    /**
     * Something due.
     *
     * @param what what is due
     * @param at when
     */
    public record Appointment<T>(T what, Instant at) {}

    /**
     * Refuses what is no cron expression, and one for a day that never comes like the 30th of February.
     *
     * @throws IllegalArgumentException with the reason
     */
    public static void requireCron(String cron) {
        parse(cron);
    }

    static CronExpression parse(String cron) {
        String text = cron.strip();
        CronExpression parsed = CronExpression.parse(text.split("\\s+").length == 5 ? "0 " + text : text);
        if (parsed.next(LONG_AGO) == null) {
            throw new IllegalArgumentException("no such day ever comes");
        }
        return parsed;
    }

    /** What can be due, in the order of the entries. */
    public List<T> entries() {
        return List.copyOf(entries.keySet());
    }

    /**
     * The last moment in a stretch of time at which something is due.
     *
     * @param after exclusive
     * @param until inclusive; nothing is due if it lies before {@code after}
     */
    public Optional<Appointment<T>> last(T what, Instant after, Instant until) {
        Optional<Appointment<T>> found = first(what, after, until);
        Instant none = until;
        // Halves what is left between the last moment found and the stretch in which there is none.
        for (Optional<Appointment<T>> later = found; later.isPresent(); ) {
            found = later;
            Instant at = later.get().at();
            Instant middle = at.plus(Duration.between(at, none).dividedBy(2));
            later = first(what, middle, until);
            if (later.isEmpty()) {
                none = middle;
                later = first(what, at, until);
            }
        }
        return found;
    }

    private Optional<Appointment<T>> first(T what, Instant after, Instant until) {
        return next(what, after).filter(next -> !next.at().isAfter(until));
    }

    /** The first moment after another at which something is due. */
    public Optional<Appointment<T>> next(T what, Instant after) {
        CronExpression cron = entries.get(what);
        if (cron == null) {
            return Optional.empty();
        }
        LocalDateTime wall = cron.next(wallClockBefore(after));
        // Of two equal wall-clock times atZone takes the first, which may be over.
        while (wall != null && !wall.atZone(zone).toInstant().isAfter(after)) {
            wall = cron.next(wall);
        }
        return Optional.ofNullable(wall)
                .map(at -> new Appointment<>(what, at.atZone(zone).toInstant()));
    }

    /** The wall clock; shortly after a gap the time before it, for what the gap swallowed is still due. */
    private LocalDateTime wallClockBefore(Instant after) {
        ZoneOffsetTransition last = zone.getRules().previousTransition(after.plusNanos(1));
        boolean inDoubt = last != null
                && last.isGap()
                && last.getInstant().plus(last.getDuration()).isAfter(after);
        return inDoubt ? last.getDateTimeBefore().minusNanos(1) : LocalDateTime.ofInstant(after, zone);
    }
}
