package huibao.cli;

import huibao.cli.Timetable.Task;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.message.Messages;
import huibao.schedule.Agenda.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A watch over a job: does what is due whenever it is asked, and says so. Whatever fails is said, in a line and
 * once as long as it stays the same, and what comes next is done all the same; only an {@link Error} ends it.
 */
final class Watch {

    /** How often it is looked at least whether the schedule is another. */
    private static final Duration REREAD = Duration.ofMinutes(1);

    private final Duties duties;
    private final EventLog log;
    private final Messages messages;
    private final LongSupplier nanos;
    private final Watcher<Task> watcher;
    private final InboxPoll poll;
    private final Map<String, String> complaints = new HashMap<>();
    private volatile Timetable timetable;
    private long readAt;

    /**
     * @param duties what is to be done
     * @param timetable when, as long as it is not read anew
     * @param log who is told; plain lines get time and run before them
     * @param clock by which things are due
     * @param nanos a clock that only ever goes on
     */
    Watch(
            Duties duties,
            Timetable timetable,
            EventLog log,
            Messages messages,
            InstantSource clock,
            LongSupplier nanos) {
        this.duties = duties;
        this.timetable = timetable;
        this.log = log.stamped(() -> this.timetable.zone());
        this.messages = messages;
        this.nanos = nanos;
        this.watcher = new Watcher<>(timetable.agenda(), clock);
        this.poll = new InboxPoll(nanos);
        this.readAt = nanos.getAsLong();
    }

    /** Makes up for the last night if it was missed while nobody watched. */
    void begin() {
        guarded("watch.pass_failed", this::makeUp);
        sayNext();
    }

    private boolean makeUp() {
        Optional<Instant> missed = duties.lastBegan().flatMap(began -> watcher.missed(Task.NIGHTLY, began));
        if (missed.isPresent()) {
            say(Event.Level.WARN, "missed", "watch.missed", Map.of("time", time(missed.get())));
            run();
        }
        return missed.isPresent();
    }

    /** Does what has become due. */
    void pass() {
        guarded("watch.pass_failed", this::doDue);
    }

    private boolean doDue() {
        List<Task> due = watcher.due();
        boolean glance = poll.isTime(timetable.inboxEvery());
        boolean arrived = (glance || due.contains(Task.REMINDERS)) && hasAnythingArrived();
        boolean runs = due.contains(Task.NIGHTLY) || arrived;
        // Nobody is reminded of what lies in the inbox.
        if (runs) {
            run();
        }
        if (due.contains(Task.REMINDERS)) {
            duties.remind(log);
        }
        if (glance || !due.isEmpty()) {
            poll.looked();
        }
        boolean changed = (runs || nanos.getAsLong() - readAt >= REREAD.toNanos()) && reread();
        if (runs || changed || !due.isEmpty()) {
            sayNext();
        }
        return runs || !due.isEmpty();
    }

    /** Says something of the watch as a whole. */
    void say(Event.Level level, String name, String key, Map<String, String> parts) {
        log.say(new Event(level, name, messages.text(key, parts), Map.of()));
    }

    private void run() {
        poll.begun(waiting());
        boolean ended = false;
        try {
            ended = duties.run(log);
        } finally {
            if (!ended) {
                poll.failed();
            }
        }
    }

    /** What waits, as far as it can be told: of a run that cannot look there either it is said why. */
    private Set<String> waiting() {
        try {
            return duties.waiting();
        } catch (RuntimeException untold) {
            return Set.of();
        }
    }

    private boolean hasAnythingArrived() {
        return guarded("watch.look_failed", () -> poll.isNew(duties.waiting()));
    }

    /** Goes by the schedule as it is now, by the one before where it cannot be read; whether it is another. */
    private boolean reread() {
        readAt = nanos.getAsLong();
        return guarded("watch.schedule_kept", () -> {
            Timetable now = duties.timetable();
            boolean changed = !now.equals(timetable);
            if (changed) {
                watcher.follow(now.agenda());
                timetable = now;
                say(Event.Level.INFO, "rescheduled", "watch.rescheduled", Map.of());
            }
            return changed;
        });
    }

    /** What came of it; false if it failed, which is said. */
    private boolean guarded(String key, BooleanSupplier work) {
        try {
            boolean result = work.getAsBoolean();
            complaints.remove(key);
            return result;
        } catch (RuntimeException e) {
            complain(key, e);
            Failures.throwErrorWithin(e);
            return false;
        }
    }

    private void complain(String key, RuntimeException failure) {
        String why = Failures.why(failure, messages);
        if (!why.equals(complaints.put(key, why))) {
            Failures.log(failure);
            say(Event.Level.ERROR, key.replace('.', '_'), key, Map.of("why", Console.oneLine(why)));
        }
    }

    private void sayNext() {
        watcher.next().ifPresent(this::sayNext);
    }

    private void sayNext(Appointment<Task> next) {
        log.say(Event.of(
                Event.Level.INFO,
                "next",
                messages.text(
                        next.what() == Task.NIGHTLY ? "watch.next" : "watch.next_reminders",
                        Map.of("time", time(next.at()))),
                "at",
                next.at().toString()));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(timetable.zone()));
    }
}
