package huibao.cli.watch;

import huibao.schedule.Agenda;
import huibao.schedule.Agenda.Appointment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides, whenever it is asked, whether something is due now. A clock set forward makes everything missed due
 * once. Of a clock set back what has been due already is not due again, however often its moment comes; what
 * has not been is due when it comes.
 *
 * @param <T> what can be due
 */
final class Watcher<T> {

    /** Moments kept: those of a nightly run for longer than any process lives. */
    private static final int KEPT = 10_000;

    private final InstantSource clock;
    private final Set<Appointment<T>> done = new LinkedHashSet<>();
    private Agenda<T> agenda;
    private Instant seen;

    Watcher(Agenda<T> agenda, InstantSource clock) {
        this.agenda = agenda;
        this.clock = clock;
        this.seen = clock.instant();
    }

    /** Goes by another agenda from now on. */
    void follow(Agenda<T> other) {
        agenda = other;
    }

    /** What has become due since this was asked last, each thing once, in the order of the agenda. */
    List<T> due() {
        Instant now = clock.instant();
        Instant after = now.isBefore(seen) ? now.minusNanos(1) : seen;
        seen = now;
        List<T> due = new ArrayList<>();
        for (T what : agenda.entries()) {
            last(what, after, now).ifPresent(last -> {
                note(last);
                due.add(what);
            });
        }
        return due;
    }

    /**
     * When something was due last before the watch began, if that was after a moment. It counts as due now, and
     * is not due again.
     */
    Optional<Instant> missed(T what, Instant since) {
        Optional<Appointment<T>> last = last(what, since, seen);
        last.ifPresent(this::note);
        return last.map(Appointment::at);
    }

    /** What is due next. */
    Optional<Appointment<T>> next() {
        return agenda.entries().stream()
                .flatMap(what -> next(what).stream())
                .min(Comparator.comparing(Appointment::at));
    }

    private Optional<Appointment<T>> next(T what) {
        Optional<Appointment<T>> next = agenda.next(what, seen);
        while (next.filter(done::contains).isPresent()) {
            next = agenda.next(what, next.get().at());
        }
        return next;
    }

    /** The last moment of a stretch, for it stands for those before; empty if that has been due. */
    private Optional<Appointment<T>> last(T what, Instant after, Instant until) {
        return agenda.last(what, after, until).filter(last -> !done.contains(last));
    }

    private void note(Appointment<T> moment) {
        done.add(moment);
        if (done.size() > KEPT) {
            done.remove(done.iterator().next());
        }
    }
}
