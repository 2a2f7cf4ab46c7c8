package huibao.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The command line of strace that traces a program and breaks some of its calls. strace counts a rule's calls in
 * each thread on its own, and of those only the ones on the files it is told to look at; which call was hit is
 * therefore read from the trace of that very run.
 */
record Strace(List<String> traced, Collection<Path> files, List<Rule> rules) {

    /** Calls that change what a file, a name or a folder is. */
    static final List<String> CHANGING = List.of(
            "write",
            "pwrite64",
            "fsync",
            "fdatasync",
            "ftruncate",
            "rename",
            "renameat",
            "renameat2",
            "unlink",
            "unlinkat",
            "rmdir",
            "link",
            "linkat",
            "mkdir",
            "chmod",
            "fchmodat");

    /** Calls that a disk or a system can refuse. */
    static final List<String> REFUSABLE = List.of(
            "openat",
            "read",
            "pread64",
            "write",
            "pwrite64",
            "fsync",
            "fdatasync",
            "ftruncate",
            "rename",
            "unlink",
            "mkdir");

    /** What is done to which of the calls. */
    record Rule(String call, String action) {

        static Rule kill(String call, int nth) {
            return new Rule(call, "signal=KILL:when=" + nth);
        }

        /** Lets a thread's n-th wait for so many seconds before it is done, in which it may be killed from outside. */
        static Rule hold(String call, int seconds, int nth) {
            return new Rule(call, "delay_enter=" + seconds + "s:when=" + nth);
        }

        /** @param when the n-th only, "n+" from the n-th on, "n..m" those */
        static Rule fail(String call, String error, String when) {
            return new Rule(call, "error=" + error + ":when=" + when);
        }
    }

    /** Looks at everything, breaks nothing. */
    static Strace watching(List<String> traced) {
        return new Strace(traced, List.of(), List.of());
    }

    List<String> command(Path log) {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-s", "0", "-o", log.toString()));
        // strace 6.1 forgets signals when it lets the kernel choose the calls.
        if (rules.stream().noneMatch(rule -> rule.action().contains("signal"))) {
            command.add("--seccomp-bpf");
        }
        command.add("-e");
        command.add("trace=" + String.join(",", traced));
        for (Path file : files) {
            command.add("-P");
            command.add(file.toString());
        }
        for (Rule rule : rules) {
            command.add("-e");
            command.add("inject=" + rule.call() + ":" + rule.action());
        }
        return command;
    }
}
