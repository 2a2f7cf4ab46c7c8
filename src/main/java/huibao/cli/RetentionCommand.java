package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.SourceFile;
import huibao.pipeline.JobFolders;
import huibao.recovery.ArchivePruning;
import huibao.recovery.Pruning;
import huibao.recovery.Pruning.Outdated;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is kept for longer than the job's retention, and deletes it when told to. */
@Command(name = "retention")
public final class RetentionCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private StatedTime now = new StatedTime();

    @Option(names = "--archive-older-than", paramLabel = "DAYS", descriptionKey = "option.archive_older_than")
    private @Nullable Integer archiveDays;

    @Option(names = "--really", descriptionKey = "option.really")
    private boolean really;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.folders(catalogue);
        Instant at = now.find(options, catalogue).orElseGet(Clock.systemUTC()::instant);
        if (archiveDays != null && archiveDays < 1) {
            throw new UsageException(
                    messages.text("usage.value", Map.of("option", "--archive-older-than", "found", "" + archiveDays)));
        }
        PrintStream out = JobOptions.out();
        Pruning pruning = new Pruning(catalogue, folders);
        List<Outdated> outdated = pruning.outdated(at);
        outdated.forEach(one -> out.println(messages.text(
                "retention." + one.kind(),
                Map.of(
                        "path", one.path().toString(),
                        "date",
                                one.dated()
                                        .atZone(catalogue.settings().zone())
                                        .toLocalDate()
                                        .toString()))));
        ArchivePruning archive = new ArchivePruning(catalogue, folders);
        List<SourceFile> files = archiveDays == null ? List.of() : archive.outdated(at, Duration.ofDays(archiveDays));
        files.forEach(file -> out.println(messages.text(
                "retention.archive", Map.of("sha256", file.sha256(), "name", Console.oneLine(file.name())))));
        Map<String, String> counts =
                Map.of("outdated", Integer.toString(outdated.size()), "files", Integer.toString(files.size()));
        if (!really || (outdated.isEmpty() && files.isEmpty())) {
            out.println(messages.text(
                    outdated.isEmpty() && files.isEmpty() ? "retention.nothing" : "retention.would", counts));
            return ExitCodes.DONE;
        }
        if (!pruning.delete(outdated) || (!files.isEmpty() && !archive.discard(files, at))) {
            JobOptions.err()
                    .println(messages.text(
                            "run.locked", Map.of("folder", folders.output().toString())));
            return ExitCodes.LOCKED;
        }
        out.println(messages.text("retention.done", counts));
        return ExitCodes.DONE;
    }
}
