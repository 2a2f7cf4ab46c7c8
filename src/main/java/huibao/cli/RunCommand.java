package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunLabel;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Progress;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunRequest;
import huibao.pipeline.RunResult;
import huibao.recovery.PastBulletin;
import huibao.recovery.PastBulletins;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nightly run. */
@Command(name = "run")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private StatedTime now = new StatedTime();

    @Mixin
    private LogOptions logOptions = new LogOptions();

    @Option(names = "--period", paramLabel = "P", descriptionKey = "option.period")
    private @Nullable String period;

    @Option(names = "--district", paramLabel = "CODE|NAME", descriptionKey = "option.district")
    private List<String> districts = List.of();

    @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "option.as_of")
    private @Nullable String asOf;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.folders(catalogue);
        Optional<Instant> past = Optional.ofNullable(asOf).map(text -> options.time("--as-of", text, catalogue));
        if (past.isPresent()) {
            return rebuild(past.get(), catalogue, messages, folders);
        }
        if (!Files.isDirectory(folders.inbox())) {
            throw new UsageException(messages.text(
                    "run.no_inbox", Map.of("folder", folders.inbox().toString())));
        }
        Optional<Period> wanted = Optional.ofNullable(period).map(text -> options.period(text, catalogue));
        List<UnitCode> units = districts.stream()
                .map(text -> options.unit(text, catalogue).code())
                .distinct()
                .toList();
        EventLog out = logOptions.out(catalogue);
        NoticeLines lines = new NoticeLines(catalogue, messages);
        Progress told = new ConsoleProgress(out, messages, dead -> close(out, lines, messages, folders, dead));
        Optional<RunResult> result = new ReportingRun(catalogue, folders, Clock.systemUTC(), told)
                .run(new RunRequest(wanted, units, now.find(options, catalogue)));
        if (result.isEmpty()) {
            logOptions.err(catalogue).say(locked(messages, folders));
            return ExitCodes.LOCKED;
        }
        close(out, lines, messages, folders, result.get());
        return result.get().exitCode();
    }

    /** That day's bulletin once more; what is published now is not touched. */
    private int rebuild(Instant at, Catalogue catalogue, Messages messages, JobFolders folders) {
        if (!districts.isEmpty() || now.find(options, catalogue).isPresent()) {
            throw new UsageException(messages.text("usage.as_of"));
        }
        EventLog out = logOptions.out(catalogue);
        PastBulletin bulletin = new PastBulletins(catalogue, folders, new ConsoleProgress(out, messages))
                .asOf(at, Optional.ofNullable(period).map(text -> options.period(text, catalogue)));
        RunLabel.leave();
        out.say(Event.info(
                "past_bulletin",
                messages.text(
                        "as_of.done",
                        Map.of(
                                "period", bulletin.period().toString(),
                                "run", bulletin.run().runId(),
                                "edition", Integer.toString(bulletin.edition()),
                                "folder", bulletin.folder().toString()))));
        if (!bulletin.otherPrograms().isEmpty()) {
            out.say(Event.of(
                    Event.Level.WARN,
                    "other_program",
                    messages.text(
                            "as_of.other_program",
                            Map.of(
                                    "versions",
                                    String.join(", ", bulletin.otherPrograms()),
                                    "version",
                                    ReportingRun.PROGRAM_VERSION))));
        }
        return ExitCodes.DONE;
    }

    /** What a run did, and where it is. */
    static void close(EventLog out, NoticeLines lines, Messages messages, JobFolders folders, RunResult result) {
        out.say(done(messages, result));
        brokenEvents(messages, result).forEach(out::say);
        for (Period published : result.published()) {
            out.say(Event.of(
                    Event.Level.INFO, "published", "  " + folders.period(published), "period", published.toString()));
        }
        lines.delivered(result.deliveries()).ifPresent(out::say);
    }

    /** That another run holds the lock. */
    public static Event locked(Messages messages, JobFolders folders) {
        return Event.of(
                Event.Level.ERROR,
                "locked",
                messages.text("run.locked", Map.of("folder", folders.output().toString())),
                "folder",
                folders.output().toString());
    }

    /** How a run ended, in a line. */
    public static Event done(Messages messages, RunResult result) {
        Map<String, String> counts = Map.of(
                "run", result.runId(),
                "accepted", count(result, SubmissionState.ACCEPTED, SubmissionState.SUPERSEDED),
                "returned", count(result, SubmissionState.RETURNED),
                "rejected", count(result, SubmissionState.REJECTED));
        Map<String, String> fields = new TreeMap<>(counts);
        fields.put("exit_code", Integer.toString(result.outcome().exitCode()));
        return new Event(Event.Level.INFO, "run_done", messages.text("run.done", counts), fields);
    }

    /** A line per rule that could not run. */
    public static List<Event> brokenEvents(Messages messages, RunResult result) {
        return result.brokenRules().entrySet().stream()
                .flatMap(rule -> broken(messages, Map.of(rule.getKey(), rule.getValue())).stream()
                        .map(line -> Event.of(Event.Level.WARN, "broken_rule", line, "rule", rule.getKey())))
                .toList();
    }

    /** A line per rule that could not run. */
    static List<String> broken(Messages messages, Map<String, String> rules) {
        return rules.entrySet().stream()
                .map(rule -> messages.text(
                        "run.broken_rule", Map.of("rule", rule.getKey(), "why", Console.oneLine(rule.getValue()))))
                .toList();
    }

    private static String count(RunResult result, SubmissionState... states) {
        return Long.toString(result.decided().stream()
                .filter(record -> List.of(states).contains(record.state()))
                .count());
    }
}
