package huibao.cli.watch;

import huibao.cli.Failures;
import huibao.cli.watch.JobActions.Ending;
import huibao.cli.watch.Timetable.Task;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.message.Lines;
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
import java.util.function.Supplier;

/**
 * A watch over a job: does what is due whenever it is asked, and says so. Whatever fails is said, in a line and
 * once as long as it stays the same, and what comes next is done all the same; only an {@link Error} ends it.
 */
final class Watch {

    /** How often it is looked at least whether the schedule is another. */
    private static final Duration REREAD = Duration.ofMinutes(1);

    private final JobActions duties;
    private final EventLog log;
    private final Messages messages;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Watcher<Task> watcher;
    private final InboxPoll poll;
    private final PendingRuns arrears;
    private final PendingRuns reminder;
    private final BooleanSupplier stopping;
    private final Map<String, String> complaints = new HashMap<>();
    private volatile Timetable timetable;
    private long readAt;
    private boolean toMakeUp;

    /**
     * @param duties what is to be done
     * @param timetable when, as long as it is not read anew
     * @param log who is told; plain lines get time and run before them
     * @param clock by which things are due
     * @param nanos a clock that only ever goes on
     * @param stopping whether it is asked to end: no run is begun then any more
     */
    Watch(
            JobActions duties,
            Timetable timetable,
            EventLog log,
            Messages messages,
            InstantSource clock,
            LongSupplier nanos,
            BooleanSupplier stopping) {
        this.duties = duties;
        this.timetable = timetable;
        this.log = log.stamped(() -> this.timetable.zone());
        this.messages = messages;
        this.clock = clock;
        this.nanos = nanos;
        this.watcher = new Watcher<>(timetable.agenda(), clock);
        this.poll = new InboxPoll(nanos);
        this.arrears = new PendingRuns(nanos);
        this.reminder = new PendingRuns(nanos);
        this.stopping = stopping;
        this.readAt = nanos.getAsLong();
    }

    /** Continues a run that did not come to its end, then makes up for the last night if nobody watched. */
    void begin() {
        toMakeUp = true;
        guarded("watch.make_up_failed", this::makeUp);
        sayNext();
    }

    /** The same; tried again by later passes as long as it cannot be told when the last run began. */
    private boolean makeUp() {
        boolean goesOn = hasEnded(() -> duties.resume(log));
        Optional<Instant> missed = duties.lastBegan().flatMap(began -> watcher.missed(Task.NIGHTLY, began));
        toMakeUp = false;
        missed.ifPresent(night -> {
            say(Event.Level.WARN, "missed", "watch.missed", Map.of("time", time(night)));
            arrears.owe(night);
        });
        if (goesOn) {
            settle();
        }
        return missed.isPresent();
    }

    /** Does what has become due. */
    void pass() {
        guarded("watch.pass_failed", this::doDue);
    }

    private boolean doDue() {
        List<Task> due = watcher.due();
        boolean nightly = due.contains(Task.NIGHTLY);
        boolean reminders = due.contains(Task.REMINDERS) || reminder.isTime();
        boolean glance = poll.isTime(timetable.inboxEvery());
        // Nobody is reminded of what is half decided, nor of what lies in the inbox.
        boolean resumes = !nightly && (arrears.isTime() || (reminders && isAnythingOwed()));
        if (resumes) {
            guarded("watch.pass_failed", this::resume);
        }
        boolean arrived = !nightly && !arrears.isPending() && (glance || reminders) && hasAnythingArrived(reminders);
        if (nightly) {
            arrears.owe(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        boolean runs = nightly || arrived;
        if (runs) {
            run();
        }
        if (reminders) {
            remind();
        }
        if (glance || !due.isEmpty()) {
            poll.looked();
        }
        boolean rereads = runs || nanos.getAsLong() - readAt >= REREAD.toNanos();
        if (rereads && toMakeUp) {
            guarded("watch.make_up_failed", this::makeUp);
        }
        boolean changed = rereads && reread();
        if (runs || changed || !due.isEmpty()) {
            sayNext();
        }
        return runs || resumes || !due.isEmpty();
    }

    /** Says something of the watch as a whole. */
    void say(Event.Level level, String name, String key, Map<String, String> parts) {
        log.say(new Event(level, name, messages.text(key, parts), Map.of()));
    }

    private void run() {
        if (stopping.getAsBoolean()) {
            return;
        }
        poll.begun(waiting());
        if (hasEnded(() -> duties.run(log))) {
            arrears.settle();
        }
    }

    private boolean resume() {
        arrears.tried();
        boolean ended = hasEnded(() -> duties.resume(log));
        if (ended) {
            settle();
        }
        return ended;
    }

    private void remind() {
        if (duties.remind(log) == Ending.UNFINISHED) {
            reminder.tried();
        } else {
            reminder.settle();
        }
    }

    /** Makes the night that is still owed, if one is, now that no run is unfinished. */
    private void settle() {
        if (arrears.isNightOwed(duties.lastBegan())) {
            run();
        } else {
            arrears.settle();
        }
    }

    private boolean isAnythingOwed() {
        return arrears.isPending() || guarded("watch.pass_failed", duties::isUnfinished);
    }

    /** Whether what is attempted came to its end; if not, it is owed. A mistake in the job folder adds no debt. */
    private boolean hasEnded(Supplier<Ending> attempt) {
        Ending ending = Ending.UNFINISHED;
        try {
            ending = attempt.get();
        } finally {
            if (ending != Ending.DONE) {
                poll.failed();
            }
            if (ending == Ending.UNFINISHED || arrears.isPending()) {
                arrears.tried();
            }
        }
        return ending == Ending.DONE;
    }

    /** What waits, as far as it can be told: of a run that cannot look there either it is said why. */
    private Set<String> waiting() {
        try {
            return duties.waiting();
        } catch (RuntimeException untold) {
            return Set.of();
        }
    }

    private boolean hasAnythingArrived(boolean soon) {
        return guarded("watch.look_failed", () -> poll.isNew(duties.waiting(), soon));
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
            say(Event.Level.ERROR, key.replace('.', '_'), key, Map.of("why", Lines.oneLine(why)));
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
