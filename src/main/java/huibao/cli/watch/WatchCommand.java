package huibao.cli.watch;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.cli.ExitCodes;
import huibao.cli.JobOptions;
import huibao.cli.LogOptions;
import huibao.cli.UsageException;
import huibao.log.Event;
import huibao.message.Lines;
import huibao.message.Messages;
import huibao.schedule.Agenda;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs when the schedule says so until it is told to stop. The job folder is read anew for every run; a run
 * that fails is said and tried again.
 */
@Command(name = "watch")
public final class WatchCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchCommand.class);

    /** How often the clock is looked at. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private static final int SECONDS_OF_A_DAY = 86_400;

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

    private final StopSignal stop;

    /** @param stop what ends it */
    public WatchCommand(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        refuseWrongOptions(messages);
        Watch watch = new Watch(
                new CommandJobActions(options, catalogue, this::timetable, messages),
                timetable(catalogue),
                logOptions.out(catalogue),
                messages,
                Clock.systemUTC(),
                System::nanoTime,
                stop::isAsked);
        stop.ifUnfinished(() -> watch.say(Event.Level.WARN, "unfinished", "watch.unfinished", Map.of()));
        String inbox = options.folders(catalogue).inbox().toString();
        try {
            watch.say(Event.Level.INFO, "watching", "watch.started", Map.of("inbox", inbox));
            if (!stop.isAsked()) {
                watch.begin();
            }
            while (!stop.await(GLANCE)) {
                watch.pass();
            }
            watch.say(Event.Level.INFO, "stopped", "watch.stopped", Map.of());
            return ExitCodes.DONE;
        } catch (Error e) {
            sayBroken(watch, e);
            return ExitCodes.FAILED;
        }
    }

    /** The job's schedule, as far as the command line does not say otherwise. */
    private Timetable timetable(Catalogue catalogue) {
        JobSettings.Schedule schedule = catalogue.settings().schedule();
        return new Timetable(
                nightly == null ? schedule.nightly() : nightly,
                Optional.ofNullable(reminders).or(schedule::reminders),
                Optional.ofNullable(inboxEvery).map(Duration::ofSeconds).or(schedule::inboxEvery),
                catalogue.settings().zone());
    }

    private void refuseWrongOptions(Messages messages) {
        refuseWrongCron("--nightly", nightly, messages);
        refuseWrongCron("--reminders", reminders, messages);
        if (inboxEvery != null && (inboxEvery < 1 || inboxEvery > SECONDS_OF_A_DAY)) {
            throw new UsageException(messages.text(
                    "usage.inbox_every",
                    Map.of("found", inboxEvery.toString(), "most", Integer.toString(SECONDS_OF_A_DAY))));
        }
    }

    private static void refuseWrongCron(String option, @Nullable String cron, Messages messages) {
        if (cron == null) {
            return;
        }
        try {
            Agenda.requireCron(cron);
        } catch (IllegalArgumentException e) {
            throw new UsageException(messages.text(
                    "usage.cron", Map.of("option", option, "found", cron, "why", String.valueOf(e.getMessage()))));
        }
    }

    /** Short of memory there may be nothing left that could be said. */
    private static void sayBroken(Watch watch, Error error) {
        try {
            LOG.error("the watch ends", error);
            watch.say(Event.Level.ERROR, "broken", "watch.broken", Map.of("why", Lines.oneLine(error.toString())));
        } catch (OutOfMemoryError unsaid) {
            error.addSuppressed(unsaid);
        }
    }
}
