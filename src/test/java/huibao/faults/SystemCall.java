package huibao.faults;

import java.nio.file.Path;
import java.util.List;

/**
 * A system call as strace saw it.
 *
 * @param thread the thread that made it
 * @param name like {@code fsync}
 * @param paths the files it names, in the order of its arguments; of a call on an open file that file
 * @param error what it failed with, like {@code EIO}; empty if it succeeded or never returned
 * @param end whether it returned, and by whom it was made to fail
 */
record SystemCall(int thread, String name, List<Path> paths, String error, End end) {

    /** How a call ended. */
    enum End {
        /** The kernel did it or refused it. */
        DONE,
        /** It was not done: strace returned an error in its place. */
        INJECTED,
        /** The process died in it. */
        NEVER
    }

    SystemCall {
        paths = List.copyOf(paths);
    }

    Path path() {
        return paths.get(0);
    }

    boolean succeeded() {
        return end == End.DONE && error.isEmpty();
    }

    /** Whether it changes what is in a file, or is about to. */
    boolean writes() {
        return List.of("write", "pwrite64", "ftruncate").contains(name);
    }

    /** Whether it put on disk what the file held. */
    boolean forced() {
        return forces() && succeeded();
    }

    boolean forces() {
        return List.of("fsync", "fdatasync").contains(name);
    }
}
