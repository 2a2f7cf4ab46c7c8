package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueException;
import huibao.intake.Archive;
import huibao.intake.Inbox;
import huibao.intake.IntakeException;
import huibao.message.Messages;
import huibao.pipeline.JobFolders;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunRequest;
import huibao.pipeline.RunResult;
import huibao.schedule.Agenda;
import huibao.store.StoreException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

    private static final String NIGHTLY = "nightly";

    /** How often the clock is looked at. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** How long a stop waits for the run that is going on; killed later, the next run continues it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--nightly", paramLabel = "CRON", descriptionKey = "option.nightly")
    private @Nullable String nightly;

    @Option(names = "--inbox-every", paramLabel = "SECONDS", descriptionKey = "option.inbox_every")
    private @Nullable Integer inboxEvery;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        Lines lines = new Lines(JobOptions.out(), catalogue.settings().zone());
        Watcher<String> watcher = new Watcher<>(agenda(catalogue), Clock.systemUTC());
        Optional<Duration> poll = Optional.ofNullable(inboxEvery)
                .map(Duration::ofSeconds)
                .or(() -> catalogue.settings().schedule().inboxEvery());
        Thread hook = new Thread(this::endQuietly, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        lines.say(messages.text(
                "watch.started",
                Map.of("inbox", options.folders(catalogue).inbox().toString())));
        sayNext(lines, messages, watcher);
        long polled = System.nanoTime();
        while (!stop.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
            boolean due = !watcher.due().isEmpty();
            boolean glance =
                    poll.isPresent() && System.nanoTime() - polled >= poll.get().toNanos();
            if (due || (glance && anythingWaits(catalogue))) {
                run(lines, messages);
                sayNext(lines, messages, watcher);
            }
            if (due || glance) {
                polled = System.nanoTime();
            }
        }
        lines.say(messages.text("watch.stopped"));
        ended.countDown();
        return ExitCodes.DONE;
    }

    private Agenda<String> agenda(Catalogue catalogue) {
        String cron = nightly == null ? catalogue.settings().schedule().nightly() : nightly;
        try {
            return new Agenda<>(Map.of(NIGHTLY, cron), catalogue.settings().zone());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--nightly " + cron + ": " + e.getMessage());
        }
    }

    private void run(Lines lines, Messages messages) {
        try {
            Catalogue catalogue = options.catalogue();
            JobFolders folders = options.folders(catalogue);
            Optional<RunResult> result = new ReportingRun(
                            catalogue, folders, Clock.systemUTC(), new ConsoleProgress(lines::say, messages))
                    .run(new RunRequest(Optional.empty(), List.of(), Optional.empty()));
            lines.say(result.map(done -> RunCommand.doneLine(messages, done))
                    .orElseGet(() -> messages.text(
                            "run.locked", Map.of("folder", folders.output().toString()))));
            result.map(RunResult::brokenRules)
                    .ifPresent(rules -> RunCommand.broken(messages, rules).forEach(lines::say));
        } catch (RunFailedException
                | IntakeException
                | StoreException
                | CatalogueException
                | UsageException
                | UncheckedIOException e) {
            lines.say(messages.text("watch.failed", Map.of("why", Console.oneLine(String.valueOf(e.getMessage())))));
        } catch (RuntimeException e) {
            LOG.error("run failed", e);
            lines.say(messages.text("watch.failed", Map.of("why", Console.oneLine(e.toString()))));
        }
    }

    private static void sayNext(Lines lines, Messages messages, Watcher<String> watcher) {
        watcher.next().ifPresent(next -> lines.say(messages.text("watch.next", Map.of("time", lines.time(next.at())))));
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

    /** One line per event, each with its time. */
    private record Lines(PrintStream out, ZoneId zone) {

        void say(String text) {
            out.println(time(Instant.now().truncatedTo(ChronoUnit.SECONDS)) + "  " + text.strip());
        }

        String time(Instant at) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
        }
    }
}
