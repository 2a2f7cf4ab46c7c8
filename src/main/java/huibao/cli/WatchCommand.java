package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueException;
import huibao.files.FileFault;
import huibao.intake.Archive;
import huibao.intake.Inbox;
import huibao.intake.IntakeException;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunContext;
import huibao.message.Messages;
import huibao.message.TroubleException;
import huibao.pipeline.JobFolders;
import huibao.pipeline.ReminderRound;
import huibao.pipeline.Reminders;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunRequest;
import huibao.pipeline.RunResult;
import huibao.schedule.Agenda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs when the schedule says so until it is told to stop. The job folder is read anew for every run; a run
 * that fails is said and continued by the next one.
 */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchCommand.class);

    /** What the schedule can say. */
    private enum Task {
        NIGHTLY,
        REMINDERS
    }

    /** How often the clock is looked at. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** How long a stop waits for the run that is going on; killed later, the next run continues it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private LogOptions logOptions = new LogOptions();

    @Option(names = "--nightly", paramLabel = "CRON", descriptionKey = "option.nightly")
    private @Nullable String nightly;

    @Option(names = "--reminders", paramLabel = "CRON", descriptionKey = "option.reminders")
    private @Nullable String reminders;

    @Option(names = "--inbox-every", paramLabel = "SECONDS", descriptionKey = "option.inbox_every")
    private @Nullable Integer inboxEvery;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        ZoneId zone = catalogue.settings().zone();
        EventLog log = logOptions.out().withPlainLines(text -> time(Instant.now(), zone) + "  " + text.strip());
        Watcher<Task> watcher = new Watcher<>(agenda(catalogue), Clock.systemUTC());
        Optional<Duration> poll = Optional.ofNullable(inboxEvery)
                .map(Duration::ofSeconds)
                .or(() -> catalogue.settings().schedule().inboxEvery());
        Thread hook = new Thread(this::endQuietly, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        log.say(Event.info(
                "watching",
                messages.text(
                        "watch.started",
                        Map.of("inbox", options.folders(catalogue).inbox().toString()))));
        sayNext(log, messages, watcher, zone);
        long polled = System.nanoTime();
        while (!stop.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            List<Task> due = watcher.due();
            boolean glance =
                    poll.isPresent() && System.nanoTime() - polled >= poll.get().toNanos();
            boolean waits = (glance || due.contains(Task.REMINDERS)) && anythingWaits(catalogue);
            // Nobody is reminded of what lies in the inbox.
            if (due.contains(Task.NIGHTLY) || waits) {
                run(log, messages);
            }
            if (due.contains(Task.REMINDERS)) {
                remind(log, messages);
            }
            if (!due.isEmpty() || waits) {
                sayNext(log, messages, watcher, zone);
            }
            if (!due.isEmpty() || glance) {
                polled = System.nanoTime();
            }
        }
        log.say(Event.info("stopped", messages.text("watch.stopped")));
        ended.countDown();
        return ExitCodes.DONE;
    }

    private Agenda<Task> agenda(Catalogue catalogue) {
        Map<Task, String> entries = new EnumMap<>(Task.class);
        entries.put(
                Task.NIGHTLY,
                checked(
                        "--nightly",
                        nightly == null ? catalogue.settings().schedule().nightly() : nightly,
                        catalogue));
        Optional.ofNullable(reminders)
                .or(() -> catalogue.settings().schedule().reminders())
                .ifPresent(cron -> entries.put(Task.REMINDERS, checked("--reminders", cron, catalogue)));
        return new Agenda<>(entries, catalogue.settings().zone());
    }

    private static String checked(String option, String cron, Catalogue catalogue) {
        try {
            new Agenda<>(Map.of(option, cron), catalogue.settings().zone());
            return cron;
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + " " + cron + ": " + e.getMessage());
        }
    }

    private void run(EventLog log, Messages messages) {
        try {
            Catalogue catalogue = options.catalogue();
            JobFolders folders = options.folders(catalogue);
            Optional<RunResult> result = new ReportingRun(
                            catalogue, folders, Clock.systemUTC(), new ConsoleProgress(log, messages))
                    .run(new RunRequest(Optional.empty(), List.of(), Optional.empty()));
            log.say(result.map(done -> RunCommand.done(messages, done))
                    .orElseGet(() -> RunCommand.locked(messages, folders)));
            result.ifPresent(done -> RunCommand.brokenEvents(messages, done).forEach(log::say));
            result.flatMap(done -> new NoticeLines(catalogue, messages).delivered(done.deliveries()))
                    .ifPresent(log::say);
        } catch (TroubleException e) {
            failed(log, messages, "watch.failed", e.trouble().in(messages));
        } catch (CatalogueException | UsageException | UncheckedIOException e) {
            failed(log, messages, "watch.failed", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("run failed", e);
            failed(log, messages, "watch.failed", e.toString());
        } finally {
            RunContext.leave();
        }
    }

    private void remind(EventLog log, Messages messages) {
        try {
            Catalogue catalogue = options.catalogue();
            JobFolders folders = options.folders(catalogue);
            Files.createDirectories(folders.output());
            Optional<ReminderRound> round =
                    new Reminders(catalogue, folders, Clock.systemUTC()).issue(Instant.now(), Optional.empty());
            if (round.isPresent()) {
                RemindCommand.say(log, round.get(), new NoticeLines(catalogue, messages), messages);
            } else {
                log.say(RunCommand.locked(messages, folders));
            }
        } catch (TroubleException e) {
            failed(log, messages, "watch.remind_failed", e.trouble().in(messages));
        } catch (IOException e) {
            failed(log, messages, "watch.remind_failed", FileFault.of(e).in(messages));
        } catch (CatalogueException | UsageException | UncheckedIOException e) {
            failed(log, messages, "watch.remind_failed", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("reminding failed", e);
            failed(log, messages, "watch.remind_failed", e.toString());
        }
    }

    private static void failed(EventLog log, Messages messages, String key, String why) {
        log.say(new Event(
                Event.Level.ERROR,
                key.replace('.', '_'),
                messages.text(key, Map.of("why", Console.oneLine(why))),
                Map.of()));
    }

    private static void sayNext(EventLog log, Messages messages, Watcher<Task> watcher, ZoneId zone) {
        watcher.next()
                .ifPresent(next -> log.say(Event.of(
                        Event.Level.INFO,
                        "next",
                        messages.text(
                                next.what() == Task.NIGHTLY ? "watch.next" : "watch.next_reminders",
                                Map.of("time", time(next.at(), zone))),
                        "at",
                        next.at().toString())));
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** Also where it cannot be told: the run then says why. */
    private boolean anythingWaits(Catalogue catalogue) {
        JobFolders folders = options.folders(catalogue);
        try {
            return Files.isDirectory(folders.inbox())
                    && new Inbox(
                                    folders.inbox(),
                                    Archive.open(folders.archive()),
                                    Duration.ofSeconds(catalogue.settings().settleSeconds()))
                            .isWaiting();
        } catch (IntakeException e) {
            return true;
        }
    }

    /** A signal asks for an end, not for a failure: what the exit code says then is that all is well. */
    private void endQuietly() {
        if (ended.getCount() == 0) {
            return;
        }
        stop.countDown();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                JobOptions.err().println("huibao: a run is left unfinished, the next one continues it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCodes.DONE);
    }
}
