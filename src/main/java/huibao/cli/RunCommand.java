package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.pipeline.JobFolders;
import huibao.pipeline.PastBulletin;
import huibao.pipeline.PastBulletins;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunRequest;
import huibao.pipeline.RunResult;
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

/** The nightly run. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

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
        PrintStream out = JobOptions.out();
        Optional<RunResult> result = new ReportingRun(
                        catalogue, folders, Clock.systemUTC(), new ConsoleProgress(out::println, messages))
                .run(new RunRequest(wanted, units, options.now(catalogue)));
        if (result.isEmpty()) {
            JobOptions.err()
                    .println(messages.text(
                            "run.locked", Map.of("folder", folders.output().toString())));
            return ExitCodes.LOCKED;
        }
        close(out, messages, folders, result.get());
        return result.get().outcome().exitCode();
    }

    /** That day's bulletin once more; what is published now is not touched. */
    private int rebuild(Instant at, Catalogue catalogue, Messages messages, JobFolders folders) {
        if (!districts.isEmpty() || options.now(catalogue).isPresent()) {
            throw new UsageException(messages.text("usage.as_of"));
        }
        PrintStream out = JobOptions.out();
        PastBulletin bulletin = new PastBulletins(catalogue, folders, new ConsoleProgress(out::println, messages))
                .asOf(at, Optional.ofNullable(period).map(text -> options.period(text, catalogue)));
        out.println(messages.text(
                "as_of.done",
                Map.of(
                        "period", bulletin.period().toString(),
                        "run", bulletin.run().runId(),
                        "edition", Integer.toString(bulletin.edition()),
                        "folder", bulletin.folder().toString())));
        if (!bulletin.otherPrograms().isEmpty()) {
            out.println(messages.text(
                    "as_of.other_program",
                    Map.of(
                            "versions",
                            String.join(", ", bulletin.otherPrograms()),
                            "version",
                            ReportingRun.PROGRAM_VERSION)));
        }
        return ExitCodes.DONE;
    }

    /** What a run did, and where it is. */
    static void close(PrintStream out, Messages messages, JobFolders folders, RunResult result) {
        out.println(doneLine(messages, result));
        broken(messages, result.brokenRules()).forEach(out::println);
        for (Period published : result.published()) {
            out.println("  " + folders.period(published));
        }
    }

    /** How a run ended, in a line. */
    static String doneLine(Messages messages, RunResult result) {
        return messages.text(
                "run.done",
                Map.of(
                        "run", result.runId(),
                        "accepted", count(result, SubmissionState.ACCEPTED, SubmissionState.SUPERSEDED),
                        "returned", count(result, SubmissionState.RETURNED),
                        "rejected", count(result, SubmissionState.REJECTED)));
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
