package huibao.cli;

import huibao.archive.DueReminder;
import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.message.Lines;
import huibao.model.Period;
import huibao.pipeline.JobFolders;
import huibao.reminder.ReminderRound;
import huibao.reminder.Reminders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reminds units of forms that are not accepted. */
@Command(name = "remind")
public final class RemindCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private StatedTime now = new StatedTime();

    @Mixin
    private LogOptions logOptions = new LogOptions();

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period_remind")
    private @Nullable String period;

    @Option(names = "--print", descriptionKey = "option.remind_print")
    private boolean print;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue();
        RunEvents events = options.events(catalogue);
        JobFolders folders = options.folders(catalogue);
        Optional<Period> only = Optional.ofNullable(period).map(text -> options.period(text, catalogue));
        Instant at = now.find(options, catalogue).orElseGet(Clock.systemUTC()::instant);
        if (catalogue.settings().notices().reminding().isNever()) {
            Map<String, Object> where = Map.of("file", folders.job().resolve("job.yaml"));
            logOptions
                    .out(catalogue)
                    .say(events.event(Event.Level.WARN, "reminders_not_configured", "remind.not_configured", where));
            return ExitCodes.DONE;
        }
        Reminders reminders = new Reminders(catalogue, folders, Clock.systemUTC());
        if (print) {
            print(reminders.preview(at, only), events, logOptions.out(catalogue));
            return ExitCodes.DONE;
        }
        Files.createDirectories(folders.output());
        Optional<ReminderRound> round = reminders.issue(at, only);
        if (round.isEmpty()) {
            logOptions.err(catalogue).say(events.locked(folders));
            return ExitCodes.LOCKED;
        }
        events.close(logOptions.out(catalogue), round.get());
        return ExitCodes.DONE;
    }

    /** For programs an object per reminder, with the text that would be sent; else that text beneath each line. */
    private void print(List<DueReminder> due, RunEvents events, EventLog log) {
        Event all = events.event(
                Event.Level.INFO,
                "reminders_due",
                due.isEmpty() ? "remind.nobody" : "remind.printed",
                "count",
                due.size());
        if (logOptions.isJson()) {
            due.forEach(one -> log.say(events.due(one)));
            log.say(all);
            return;
        }
        PrintStream out = JobOptions.out();
        for (DueReminder one : due) {
            out.println(events.due(one).text());
            one.notice().text().lines().forEach(line -> out.println("    " + Lines.oneLine(line)));
            out.println();
        }
        out.println(all.text());
    }
}
