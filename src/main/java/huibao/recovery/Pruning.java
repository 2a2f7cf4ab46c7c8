package huibao.recovery;

import huibao.catalogue.Catalogue;
import huibao.catalogue.Retention.Kind;
import huibao.files.DurableFiles;
import huibao.files.FileFault;
import huibao.message.Trouble;
import huibao.model.Period;
import huibao.pipeline.JobFolders;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunLock;
import huibao.pipeline.RunParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is published or noted longer than the job's retention says, and may be deleted. */
public final class Pruning {

    private final Catalogue catalogue;
    private final JobFolders folders;

    /** Looks at one job's output folder. */
    public Pruning(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    /**
     * Something kept for longer than it has to be.
     *
     * @param kind what it is
     * @param path the file or folder
     * @param dated when it was made
     */
    public record Outdated(Kind kind, Path path, Instant dated) {}

    /** What is outdated at a time, by kind and name. */
    public List<Outdated> outdated(Instant now) {
        List<Outdated> found = new ArrayList<>();
        try {
            for (Kind kind : Kind.values()) {
                Optional<Duration> time = catalogue.settings().retention().of(kind);
                if (time.isPresent()) {
                    for (Path path : all(kind)) {
                        Instant dated = dated(kind, path);
                        if (dated.isBefore(now.minus(time.get()))) {
                            found.add(new Outdated(kind, path, dated));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("output.not_listed", "folder", folders.output(), "reason", FileFault.of(e)), e);
        }
        return List.copyOf(found);
    }

    /**
     * Deletes it while no run is going on.
     *
     * @return whether it was; false if a run holds the lock
     */
    public boolean delete(List<Outdated> outdated) {
        Optional<RunLock> lock = outdated.isEmpty() ? Optional.empty() : RunLock.tryTakeOutput(folders);
        if (!outdated.isEmpty() && lock.isEmpty()) {
            return false;
        }
        try {
            for (Outdated one : outdated) {
                DurableFiles.deleteTree(one.path());
            }
            return true;
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("output.not_deleted", "folder", folders.output(), "reason", FileFault.of(e)), e);
        } finally {
            lock.ifPresent(RunLock::close);
        }
    }

    private List<Path> all(Kind kind) throws IOException {
        return switch (kind) {
            case RUNS -> in(folders.runs(), path -> path.toString().endsWith(".json"));
            case AS_OF -> in(folders.past(), path -> !isHidden(path));
            case FORMS -> {
                List<Path> forms = new ArrayList<>();
                for (Period period : catalogue.periods()) {
                    forms.addAll(in(folders.forms(period), Files::isRegularFile));
                }
                yield forms;
            }
            case NOTICES -> below(folders.output().resolve("notices"));
            case LEFTOVERS -> {
                List<Path> leftovers = new ArrayList<>(in(folders.past(), Pruning::isHidden));
                leftovers.addAll(in(
                        folders.output().toAbsolutePath().resolveSibling(""),
                        path -> path.getFileName().toString().startsWith(Rebuild.WORKING) && Files.isDirectory(path)));
                yield leftovers;
            }
        };
    }

    /** A run record by the run's stated time, whatever copying did to the file; all else by its last change. */
    private static Instant dated(Kind kind, Path path) throws IOException {
        Optional<Instant> stated =
                kind == Kind.RUNS ? RunParameters.statedTime(path.getFileName().toString()) : Optional.empty();
        return stated.isPresent()
                ? stated.get()
                : Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static List<Path> in(Path folder, Predicate<Path> which) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(which).sorted().toList();
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
