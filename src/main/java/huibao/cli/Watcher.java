package huibao.cli;

import huibao.schedule.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides, whenever it is asked, whether something is due now. Time stands still or moves on for it: a
 * clock set back repeats nothing, unless by more than a day, which is taken for the correction of a wrong
 * clock; a clock set forward makes everything missed due once.
 *
 * @param <T> what can be due
 */
final class Watcher<T> {

    private static final Duration CORRECTION = Duration.ofDays(1);

    private final Agenda<T> agenda;
    private final InstantSource clock;
    private Instant seen;

    Watcher(Agenda<T> agenda, InstantSource clock) {
        this.agenda = agenda;
        this.clock = clock;
        this.seen = clock.instant();
    }

    /** What has become due since this was asked last, each thing once. */
    List<T> due() {
        Instant now = clock.instant();
        if (now.isBefore(seen.minus(CORRECTION))) {
            seen = now;
        }
        List<T> due = agenda.due(seen, now);
        if (now.isAfter(seen)) {
            seen = now;
        }
        return due;
    }

    /** What is due next. */
    Optional<Agenda.Appointment<T>> next() {
        return agenda.next(seen);
    }
}
