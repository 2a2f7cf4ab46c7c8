package huibao.recovery;

import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.files.FileFault;
import huibao.message.Trouble;
import huibao.model.Period;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Progress;
import huibao.pipeline.Registries;
import huibao.pipeline.ReportingRun;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunParameters;
import huibao.store.Edition;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import huibao.store.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Bulletins of earlier days, rebuilt beside what is published now, which is not touched. */
public final class PastBulletins {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Progress progress;

    /**
     * @param catalogue the job as it is now
     * @param folders its folders
     * @param progress told of each run that is done again
     */
    public PastBulletins(Catalogue catalogue, JobFolders folders, Progress progress) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.progress = progress;
    }

    /**
     * Rebuilds what stood at a time in {@code as-of/<time>}: that day's database, and of the period its
     * Parquet files, returned workbooks, summary and manifest.
     *
     * @param at runs stated later are left out
     * @param period the period; empty for that of the last run
     * @throws RunFailedException if nothing was published by then, or the archive lacks something
     */
    public PastBulletin asOf(Instant at, Optional<Period> period) {
        List<LoggedRun> runs = completed().stream()
                .filter(logged -> !logged.run().startedAt().isAfter(at))
                .toList();
        Period wanted = period.or(() -> last(runs).map(logged -> logged.run().period()))
                .orElseThrow(() -> new RunFailedException(Trouble.of("past.no_run", "time", at)));
        RunRecord publisher = last(runs.stream()
                        .filter(logged -> logged.published().contains(wanted))
                        .toList())
                .map(LoggedRun::run)
                .orElseThrow(
                        () -> new RunFailedException(Trouble.of("past.not_published", "period", wanted, "time", at)));
        Path target = folders.past().resolve(RunParameters.compact(at));
        try {
            Files.createDirectories(folders.past());
            Path working = DurableFiles.createWorkingFolder(folders.past(), ".");
            try {
                int edition = rebuild(runs, wanted, working);
                DurableFiles.deleteTree(target);
                DurableFiles.rename(working, target);
                return new PastBulletin(wanted, publisher, edition, target, otherPrograms(runs));
            } finally {
                DurableFiles.deleteTree(working);
            }
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("folder.not_written", "folder", target, "reason", FileFault.of(e)), e);
        }
    }

    private int rebuild(List<LoggedRun> runs, Period wanted, Path into) throws IOException {
        try (Replay replay = new Replay(folders, into, List.of(wanted), progress)) {
            replay.run(runs);
        }
        JobFolders past = new JobFolders(folders.job(), folders.inbox(), folders.archive(), into, folders.siblings());
        try (Registry registry = Registries.open(catalogue, past)) {
            return registry.editions().latest(wanted).map(Edition::number).orElseThrow();
        }
    }

    /** A run that has not come to its end has published nothing that could be relied on. */
    private List<LoggedRun> completed() {
        if (!Files.exists(folders.database())) {
            throw new RunFailedException(Trouble.of("past.nothing", "folder", folders.output()));
        }
        try (Registry registry = Registries.open(catalogue, folders)) {
            return registry.runLog().runs().stream()
                    .filter(logged -> logged.state() == RunRecord.State.COMPLETED)
                    .toList();
        }
    }

    private static List<String> otherPrograms(List<LoggedRun> runs) {
        return runs.stream()
                .map(logged -> logged.run().programVersion())
                .filter(version -> !Objects.equals(version, ReportingRun.PROGRAM_VERSION))
                .distinct()
                .toList();
    }

    private static Optional<LoggedRun> last(List<LoggedRun> runs) {
        return runs.stream().reduce((first, second) -> second);
    }
}
