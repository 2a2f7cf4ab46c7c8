package huibao.pipeline;

import huibao.files.DurableFiles;
import huibao.model.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of which a run decides what files of certain kinds are in it. What people put beside them, and what an
 * office program keeps while it has one open, is theirs.
 *
 * @param folder the folder; it need not be there
 * @param endings of the names of ours
 */
record PublishedFolder(Path folder, List<String> endings) {

    private static final String HALF = ".tmp";

    /** The workbooks sent back. */
    static PublishedFolder ofReturns(JobFolders folders, Period period) {
        return new PublishedFolder(folders.returns(period), List.of(".xlsx"));
    }

    /** What people are told. */
    static PublishedFolder ofNotices(JobFolders folders, Period period) {
        return new PublishedFolder(folders.notices(period), List.of(".txt", ".json"));
    }

    /** Our files in it, whole ones only, by name. */
    List<Path> files() throws IOException {
        return list().stream().filter(path -> !name(path).startsWith(".")).toList();
    }

    /** Removes what an earlier run published, or left half written, and this state of things does not hold any more. */
    void keepOnly(Set<Path> expected) throws IOException {
        for (Path path : list()) {
            if (!expected.contains(path)) {
                DurableFiles.delete(path);
            }
        }
    }

    /** All files in a folder, whoever put them there. */
    static List<Path> everythingIn(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(folder, depth)) {
            return walked.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
    }

    private List<Path> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(this::isOurs).sorted().toList();
        }
    }

    private boolean isOurs(Path path) {
        String name = name(path);
        String whole =
                name.startsWith(".") && name.endsWith(HALF) ? name.substring(1, name.length() - HALF.length()) : name;
        return Files.isRegularFile(path)
                && !whole.startsWith("~$")
                && !whole.startsWith(".")
                && endings.stream().anyMatch(whole::endsWith);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
