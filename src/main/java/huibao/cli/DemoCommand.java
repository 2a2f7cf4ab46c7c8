package huibao.cli;

import huibao.archive.Archive;
import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.log.EventLog;
import huibao.log.LogFormat;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunLock;
import huibao.pipeline.RunRequest;
import huibao.store.Registry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Three nights on synthetic submissions, from a new clone to figures one can open. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2023", descriptionKey = "option.seed")
    private long seed = 2023;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.folders(catalogue);
        PrintStream out = JobOptions.out();
        EventLog log = new EventLog(out, LogFormat.TEXT, Clock.systemUTC(), catalogue.settings()::zone);
        refuseRealData(catalogue, folders, messages);
        DemoPlan plan = new DemoPlan(catalogue, messages, seed, received(folders));
        for (Period period : plan.periods()) {
            out.println(messages.text("demo.night", Map.of("period", period.toString())));
            plan.drop(folders.inbox(), period);
            Optional<?> result = new ReportingRun(
                            catalogue, folders, Clock.systemUTC(), new ConsoleProgress(log, options.events(catalogue)))
                    .run(new RunRequest(Optional.of(period), List.of(), Optional.of(nightOf(catalogue, period))));
            if (result.isEmpty()) {
                JobOptions.err()
                        .println(messages.text(
                                "run.locked",
                                Map.of(
                                        "folder", folders.output().toString(),
                                        "holder", RunLock.holder(folders))));
                return ExitCodes.LOCKED;
            }
        }
        close(out, catalogue, messages, folders, plan);
        return ExitCodes.DONE;
    }

    private static Set<String> received(JobFolders folders) {
        return Archive.open(folders.archive()).receipts().stream()
                .map(receipt -> receipt.file().sha256())
                .collect(Collectors.toSet());
    }

    /** Synthetic figures must never meet real ones. */
    private static void refuseRealData(Catalogue catalogue, JobFolders folders, Messages messages) {
        if (Files.exists(folders.database())) {
            try (Registry registry = Registries.open(catalogue, folders)) {
                if (registry.holdsRealFigures()) {
                    throw new UsageException(messages.text(
                            "demo.real_data", Map.of("folder", folders.output().toString())));
                }
            }
        }
        try (Stream<Path> waiting = Files.isDirectory(folders.inbox()) ? Files.list(folders.inbox()) : Stream.empty()) {
            if (waiting.anyMatch(path -> !String.valueOf(path.getFileName()).startsWith("."))) {
                throw new UsageException(messages.text(
                        "demo.waiting", Map.of("folder", folders.inbox().toString())));
            }
        } catch (IOException e) {
            throw new UsageException(folders.inbox() + ": " + e);
        }
    }

    /** The night before the deadline, or a week after the period where none is set. */
    private static Instant nightOf(Catalogue catalogue, Period period) {
        return catalogue
                .due(period)
                .map(due -> due.minus(Duration.ofHours(16)))
                .orElseGet(() -> period.lastDay()
                        .plusDays(7)
                        .atTime(2, 0)
                        .atZone(catalogue.settings().zone())
                        .toInstant());
    }

    private static void close(
            PrintStream out, Catalogue catalogue, Messages messages, JobFolders folders, DemoPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(messages.text("demo.columns").split("\\|")));
        Period last = plan.periods().get(plan.periods().size() - 1);
        try (Registry registry = Registries.open(catalogue, folders)) {
            Bulletins bulletins = Bulletins.asPublished(catalogue, registry);
            for (Period period : plan.periods()) {
                Bulletin bulletin = bulletins.of(period);
                List<String> row = new ArrayList<>(List.of(
                        period.toString(),
                        bulletin.accepted() + "/" + bulletin.reporting().size(),
                        count(bulletin, SubmissionState.RETURNED),
                        count(bulletin, SubmissionState.REJECTED),
                        Long.toString(bulletin.reporting().stream()
                                .filter(line -> line.submissions() == 0)
                                .count()),
                        Long.toString(revised(bulletin))));
                bulletin.lights().values().forEach(count -> row.add(count.toString()));
                rows.add(row);
            }
        }
        out.println();
        out.println(messages.text("synthetic.banner"));
        Console.table(out, rows);
        out.println();
        out.println(messages.text(
                "demo.open",
                Map.of(
                        "summary", folders.summary(last).toString(),
                        "returns", folders.returns(last).toString(),
                        "database", folders.database().toString(),
                        "parquet", folders.parquet().toString(),
                        "period", last.toString())));
    }

    private static String count(Bulletin bulletin, SubmissionState state) {
        return Long.toString(bulletin.submissions().stream()
                .map(SubmissionRecord::state)
                .filter(state::equals)
                .count());
    }

    /** Figures that stood and were replaced. */
    private static long revised(Bulletin bulletin) {
        return bulletin.revisions().stream()
                .filter(revision ->
                        revision.figure().isOfItem() && revision.oldSubmission().isPresent())
                .count();
    }
}
