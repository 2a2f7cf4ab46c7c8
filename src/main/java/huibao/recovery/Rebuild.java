package huibao.recovery;

import huibao.archive.RunArchive;
import huibao.files.DurableFiles;
import huibao.files.FileFault;
import huibao.message.Trouble;
import huibao.model.Period;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Progress;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunLock;
import huibao.store.LoggedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything in an output folder once more, from the archive alone: for when the database is lost or damaged. It is
 * written beside what is there; putting it in its place is left to the operator.
 */
public final class Rebuild {

    /** How the folder is named that is built in. */
    static final String WORKING = ".rebuild";

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final JobFolders folders;
    private final Progress progress;

    /**
     * @param folders the job's folders, of which only the archive is read
     * @param progress told of each run that is done again
     */
    public Rebuild(JobFolders folders, Progress progress) {
        this.folders = folders;
        this.progress = progress;
    }

    /**
     * Does every run that came to its end again.
     *
     * @param target a folder that is not there, or empty
     * @return how many runs were done again
     * @throws RunFailedException if the archive lacks something, or the folder is in use
     */
    public int into(Path target) {
        Path parent = Objects.requireNonNull(target.toAbsolutePath().getParent());
        try {
            List<LoggedRun> runs = new RunArchive(folders.archive()).runs();
            if (runs.isEmpty()) {
                throw new RunFailedException(Trouble.of("archive.no_log", "folder", folders.archive()));
            }
            if (!isFree(target)) {
                throw new RunFailedException(Trouble.of("folder.not_empty", "folder", target));
            }
            Files.createDirectories(parent);
            Path working = DurableFiles.createWorkingFolder(parent, WORKING);
            try {
                TreeSet<Period> periods = new TreeSet<>();
                runs.forEach(logged -> periods.addAll(logged.published()));
                try (Replay replay = new Replay(folders, working, periods, progress)) {
                    replay.run(runs);
                    replay.remindersSince();
                }
                DurableFiles.deleteTree(target);
                DurableFiles.rename(working, target);
            } finally {
                DurableFiles.deleteTree(working);
            }
            return runs.size();
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("folder.not_written", "folder", target, "reason", FileFault.of(e)), e);
        }
    }

    /**
     * The same, put in the place of the output folder; that one is kept beside it under another name. Measures of the
     * last run stay where they are: they are in no archive, and whoever watches them would miss them.
     *
     * @return where what stood there before is now; empty if another run holds the lock
     */
    public Optional<Replaced> inPlace() {
        Path output = folders.output().toAbsolutePath().normalize();
        Optional<RunLock> lock = RunLock.tryTakeOutput(folders);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path made = free(output, "-rebuilt");
            int runs = into(made);
            takeMetrics(made);
            Path before = free(output, "-before");
            DurableFiles.rename(output, before);
            DurableFiles.rename(made, output);
            return Optional.of(new Replaced(runs, before));
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("folder.not_replaced", "folder", output, "reason", FileFault.of(e)), e);
        } finally {
            lock.get().close();
        }
    }

    /**
     * What was replaced.
     *
     * @param runs how many runs were done again
     * @param before where the former output folder is now
     */
    public record Replaced(int runs, Path before) {}

    private void takeMetrics(Path made) {
        try {
            if (Files.isRegularFile(folders.metrics())) {
                Path name = Objects.requireNonNull(folders.metrics().getFileName());
                DurableFiles.publish(made.resolve(name), Files.readAllBytes(folders.metrics()));
            }
        } catch (IOException e) {
            LOG.warn("cannot take {} along: {}", folders.metrics(), e.toString());
        }
    }

    private static Path free(Path output, String ending) {
        Path name = output.resolveSibling(output.getFileName() + ending);
        for (int n = 2; Files.exists(name); n++) {
            name = output.resolveSibling(output.getFileName() + ending + "-" + n);
        }
        return name;
    }

    private static boolean isFree(Path target) throws IOException {
        if (!Files.exists(target)) {
            return true;
        }
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> listed = Files.list(target)) {
            return listed.findAny().isEmpty();
        }
    }
}
