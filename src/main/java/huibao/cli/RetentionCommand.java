package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.model.SourceFile;
import huibao.pipeline.JobFolders;
import huibao.pipeline.RunLock;
import huibao.recovery.ArchivePruning;
import huibao.recovery.Pruning;
import huibao.recovery.Pruning.Outdated;
import huibao.wording.Wording;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
        Wording wording = options.wording(catalogue);
        JobFolders folders = options.folders(catalogue);
        Instant at = now.find(options, catalogue).orElseGet(Clock.systemUTC()::instant);
        if (archiveDays != null && archiveDays < 1) {
            throw options.usage(catalogue, "usage.value", "option", "--archive-older-than", "found", archiveDays);
        }
        PrintStream out = JobOptions.out();
        Pruning pruning = new Pruning(catalogue, folders);
        List<Outdated> outdated = pruning.outdated(at);
        for (Outdated one : outdated) {
            LocalDate date =
                    LocalDate.ofInstant(one.dated(), catalogue.settings().zone());
            out.println(wording.text("retention." + one.kind(), one, "date", date));
        }
        ArchivePruning archive = new ArchivePruning(catalogue, folders);
        List<SourceFile> files = archiveDays == null ? List.of() : archive.outdated(at, Duration.ofDays(archiveDays));
        files.forEach(file -> out.println(wording.line("retention.archive", file)));
        boolean nothing = outdated.isEmpty() && files.isEmpty();
        Map<String, Integer> counts = Map.of("outdated", outdated.size(), "files", files.size());
        if (!really || nothing) {
            out.println(wording.text(nothing ? "retention.nothing" : "retention.would", counts));
            return ExitCodes.DONE;
        }
        if (!pruning.delete(outdated) || (!files.isEmpty() && !archive.discard(files, at))) {
            JobOptions.err()
                    .println(wording.text("run.locked", "folder", folders.output(), "holder", RunLock.holder(folders)));
            return ExitCodes.LOCKED;
        }
        out.println(wording.text("retention.done", counts));
        return ExitCodes.DONE;
    }
}
