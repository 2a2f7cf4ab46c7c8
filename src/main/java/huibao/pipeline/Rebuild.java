package huibao.pipeline;

import huibao.files.DurableFiles;
import huibao.model.Period;
import huibao.store.LoggedRun;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything in an output folder once more, from the archive alone: for when the database is lost or damaged. It is
 * written beside what is there; putting it in its place is left to the operator.
 */
public final class Rebuild {

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
                throw refused("the archive " + folders.archive() + " holds no log of runs");
            }
            if (!isFree(target)) {
                throw refused(target + " is not empty: name another folder");
            }
            Files.createDirectories(parent);
            Path working = Files.createTempDirectory(parent, ".rebuild");
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
            throw new RunFailedException("cannot write " + target + ": " + e, e);
        }
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

    private static RunFailedException refused(String why) {
        return new RunFailedException(why, new FileNotFoundException(why));
    }
}
