package huibao.cli;

import huibao.archive.DueReminder;
import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.message.Messages;
import huibao.model.Period;
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
        Messages messages = options.messages(catalogue);
        Optional<Period> only = Optional.ofNullable(period).map(text -> options.period(text, catalogue));
        Instant at = now.find(options, catalogue).orElseGet(Clock.systemUTC()::instant);
        Reminders reminders = new Reminders(catalogue, options.folders(catalogue), Clock.systemUTC());
        if (print) {
            List<DueReminder> due = reminders.preview(at, only);
            NoticeLines lines = new NoticeLines(catalogue, messages);
            if (logOptions.isJson()) {
                say(logOptions.out(catalogue), due, lines, messages);
            } else {
                print(due, lines, messages);
            }
            return ExitCodes.DONE;
        }
        Files.createDirectories(options.folders(catalogue).output());
        Optional<ReminderRound> round = reminders.issue(at, only);
        if (round.isEmpty()) {
            logOptions
                    .err(catalogue)
                    .say(new Event(
                            Event.Level.ERROR,
                            "locked",
                            messages.text(
                                    "run.locked",
                                    Map.of(
                                            "folder",
                                            options.folders(catalogue).output().toString())),
                            Map.of()));
            return ExitCodes.LOCKED;
        }
        say(logOptions.out(catalogue), round.get(), new NoticeLines(catalogue, messages), messages);
        return ExitCodes.DONE;
    }

    /** A line per reminder, then how many there were and what came of delivering. */
    public static void say(EventLog log, ReminderRound round, NoticeLines lines, Messages messages) {
        round.issued().forEach(one -> log.say(lines.reminded(one.reminder())));
        log.say(Event.of(
                Event.Level.INFO,
                "reminders_done",
                messages.text(
                        round.issued().isEmpty() ? "remind.nobody" : "remind.done",
                        Map.of("count", Integer.toString(round.issued().size()))),
                "count",
                Integer.toString(round.issued().size())));
        lines.delivered(round.deliveries()).ifPresent(log::say);
    }

    private static void print(List<DueReminder> due, NoticeLines lines, Messages messages) {
        PrintStream out = JobOptions.out();
        for (DueReminder one : due) {
            out.println(lines.due(one).text());
            one.notice().text().lines().forEach(line -> out.println("    " + Console.oneLine(line)));
            out.println();
        }
        out.println(howMany(due, messages));
    }

    /** The same for programs: an object per reminder, with the text that would be sent. */
    private static void say(EventLog log, List<DueReminder> due, NoticeLines lines, Messages messages) {
        for (DueReminder one : due) {
            log.say(lines.due(one));
        }
        log.say(Event.of(
                Event.Level.INFO, "reminders_due", howMany(due, messages), "count", Integer.toString(due.size())));
    }

    private static String howMany(List<DueReminder> due, Messages messages) {
        return messages.text(
                due.isEmpty() ? "remind.nobody" : "remind.printed", Map.of("count", Integer.toString(due.size())));
    }
}
