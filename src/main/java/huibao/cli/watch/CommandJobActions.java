package huibao.cli.watch;

import huibao.archive.Archive;
import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueException;
import huibao.cli.ConsoleProgress;
import huibao.cli.Failures;
import huibao.cli.JobOptions;
import huibao.cli.RunEvents;
import huibao.cli.UsageException;
import huibao.files.FileFault;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunLabel;
import huibao.message.Lines;
import huibao.message.Messages;
import huibao.pipeline.Continuation;
import huibao.pipeline.Inboxes;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Progress;
import huibao.pipeline.Registries;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunRequest;
import huibao.pipeline.RunResult;
import huibao.reminder.ReminderRound;
import huibao.reminder.Reminders;
import huibao.store.Registry;
import huibao.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a watch does for the job that the command line names; its folder is read anew for every run. */
final class CommandJobActions implements JobActions {

    private final JobOptions options;
    private final Function<Catalogue, Timetable> schedule;
    private final Messages messages;
    private final Clock clock = Clock.systemUTC();
    private Catalogue catalogue;

    /**
     * @param catalogue the job as it was read first
     * @param schedule what holds of a job's schedule
     */
    CommandJobActions(
            JobOptions options, Catalogue catalogue, Function<Catalogue, Timetable> schedule, Messages messages) {
        this.options = options;
        this.catalogue = catalogue;
        this.schedule = schedule;
        this.messages = messages;
    }

    @Override
    public Timetable timetable() {
        catalogue = options.catalogue();
        return schedule.apply(catalogue);
    }

    @Override
    public Set<String> waiting() {
        JobFolders folders = options.folders(catalogue);
        if (!Files.isDirectory(folders.inbox())) {
            return Set.of();
        }
        return Inboxes.open(catalogue, folders, Archive.open(folders.archive())).waiting();
    }

    @Override
    public Optional<Instant> lastBegan() {
        JobFolders folders = options.folders(catalogue);
        if (!Files.exists(folders.database())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            // A run by hand may be stated at any time, also one to come.
            return registry.runLog().runs().stream()
                    .map(logged -> logged.run().startedAt())
                    .filter(began -> !began.isAfter(now))
                    .max(Comparator.naturalOrder());
        }
    }

    @Override
    public boolean isUnfinished() {
        JobFolders folders = options.folders(catalogue);
        if (!Files.exists(folders.database())) {
            return false;
        }
        try (Registry registry = Registries.openToRead(catalogue, folders)) {
            return registry.runLog().unfinished().isPresent();
        }
    }

    @Override
    public Ending run(EventLog log) {
        return attempted(log, (run, events, folders) -> {
            Optional<RunResult> result = run.run(new RunRequest(Optional.empty(), List.of(), Optional.empty()));
            result.ifPresentOrElse(done -> close(log, events, done), () -> log.say(events.locked(folders)));
            return result.isPresent() ? Ending.DONE : Ending.UNFINISHED;
        });
    }

    @Override
    public Ending resume(EventLog log) {
        return attempted(log, (run, events, folders) -> {
            Continuation continuation = run.continueUnfinished();
            if (continuation instanceof Continuation.Locked) {
                log.say(events.locked(folders));
                return Ending.UNFINISHED;
            }
            if (continuation instanceof Continuation.Continued continued) {
                close(log, events, continued.result());
            }
            return Ending.DONE;
        });
    }

    /** What is tried with the job as its folder says now. */
    @FunctionalInterface
    private interface Attempt {
        Ending with(ReportingRun run, RunEvents events, JobFolders folders);
    }

    private Ending attempted(EventLog log, Attempt attempt) {
        try {
            Catalogue job = options.catalogue();
            JobFolders folders = options.folders(job);
            RunEvents events = events(job);
            Progress told = new ConsoleProgress(log, events, dead -> close(log, events, dead));
            return attempt.with(new ReportingRun(job, folders, clock, told), events, folders);
        } catch (CatalogueException | UsageException e) {
            failed(log, "watch.refused", e);
            return Ending.REFUSED;
        } catch (RuntimeException e) {
            failed(log, "watch.failed", e);
            return Ending.UNFINISHED;
        } finally {
            RunLabel.leave();
        }
    }

    private RunEvents events(Catalogue job) {
        return new RunEvents(new Wording(job, messages));
    }

    private static void close(EventLog log, RunEvents events, RunResult result) {
        log.say(events.done(result));
        events.broken(result.brokenRules()).forEach(log::say);
        events.delivered(result.deliveries()).ifPresent(log::say);
    }

    @Override
    public Ending remind(EventLog log) {
        try {
            Catalogue job = options.catalogue();
            JobFolders folders = options.folders(job);
            RunEvents events = events(job);
            Files.createDirectories(folders.output());
            Optional<ReminderRound> round = new Reminders(job, folders, clock).issue(clock.instant(), Optional.empty());
            if (round.isEmpty()) {
                log.say(events.locked(folders));
                return Ending.UNFINISHED;
            }
            events.close(log, round.get());
            return Ending.DONE;
        } catch (CatalogueException | UsageException e) {
            failed(log, "watch.remind_failed", e);
            return Ending.REFUSED;
        } catch (IOException e) {
            say(log, "watch.remind_failed", FileFault.of(e).in(messages));
            return Ending.UNFINISHED;
        } catch (RuntimeException e) {
            failed(log, "watch.remind_failed", e);
            return Ending.UNFINISHED;
        }
    }

    private void failed(EventLog log, String key, RuntimeException failure) {
        Failures.log(failure);
        say(log, key, Failures.why(failure, messages));
        Failures.throwErrorWithin(failure);
    }

    private void say(EventLog log, String key, String why) {
        log.say(events(catalogue)
                .event(Event.Level.ERROR, key.replace('.', '_'), key, Map.of("why", Lines.oneLine(why))));
    }
}
