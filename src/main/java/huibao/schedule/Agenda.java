package huibao.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
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

    private final ZoneId zone;
    private final Map<T, CronExpression> entries = new LinkedHashMap<>();

    /**
     * @param entries what is due, and the cron expression that says when: five fields as in a crontab, or
     *     six, the first of them seconds
     * @throws IllegalArgumentException if an expression is none
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

    /** Refuses what is no cron expression, with the reason. */
    static CronExpression parse(String cron) {
        String text = cron.strip();
        return CronExpression.parse(text.split("\\s+").length == 5 ? "0 " + text : text);
    }

    /** The first thing due after a moment; of several at once the one named first. */
    public Optional<Appointment<T>> next(Instant after) {
        return entries.keySet().stream()
                .flatMap(what -> next(what, after).stream())
                .min(Comparator.comparing(Appointment::at));
    }

    /**
     * What has become due in a stretch of time, each thing once however often it was missed, in the order
     * of the entries.
     *
     * @param after exclusive
     * @param until inclusive; nothing is due if it lies before {@code after}, as when a clock is set back
     */
    public List<T> due(Instant after, Instant until) {
        return entries.keySet().stream()
                .filter(what -> next(what, after)
                        .filter(next -> !next.at().isAfter(until))
                        .isPresent())
                .toList();
    }

    private Optional<Appointment<T>> next(T what, Instant after) {
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
