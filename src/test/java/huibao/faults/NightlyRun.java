package huibao.faults;

import huibao.testing.KeptClasses;
import huibao.testing.MutatedBuild;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The program started on a folder, as often as a trial needs it, as a process that may be killed or traced.
 *
 * @param folder the trial's own
 * @param arguments of the program
 * @param build the program with a safeguard taken out
 */
record NightlyRun(Path folder, List<String> arguments, Optional<MutatedBuild> build) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** What a killed process ends with. */
    static final int KILLED = 137;

    /**
     * How a process ended.
     *
     * @param exitCode its exit code, {@link #KILLED} if it was killed
     * @param error what it said on standard error
     * @param calls its system calls on files in the folder, if it was traced
     */
    record Ended(int exitCode, String error, Trace calls) {

        boolean isDone() {
            return exitCode == 0 || exitCode == Night.done();
        }
    }

    Ended toItsEnd() throws IOException, InterruptedException {
        return ended(builder(List.of()).start(), Optional.empty());
    }

    /** Kills the process if it still runs after so long. */
    Ended killedAfter(Duration time) throws IOException, InterruptedException {
        Process process = builder(List.of()).start();
        if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        return ended(process, Optional.empty());
    }

    /** Runs it under strace. */
    Ended traced(Strace strace) throws IOException, InterruptedException {
        Path log = folder.resolve("tmp/strace");
        return ended(builder(strace.command(log)).start(), Optional.of(log));
    }

    /**
     * Runs it under strace, which holds every thread at its own so-manieth call of a kind, and kills it when the n-th
     * of all threads has begun and is not done.
     *
     * @param strace tells of calls of that kind only
     * @param nth from 1
     */
    Ended killedAt(Strace strace, int nth) throws IOException, InterruptedException {
        // Standard error is strace's, so that its lines are there as soon as it writes them; the program has files.
        List<String> before = new ArrayList<>(strace.command(Path.of("/dev/stderr")));
        before.addAll(List.of("sh", "-c", "exec \"$@\" 2> '" + folder.resolve("tmp/error") + "'", "sh"));
        Process process =
                builder(before).redirectError(ProcessBuilder.Redirect.PIPE).start();
        StringBuilder told = new StringBuilder();
        Pattern begun = Pattern.compile("(?m)^\\d+ +\\w+\\(");
        try (Reader lines = new InputStreamReader(process.getErrorStream(), StandardCharsets.ISO_8859_1)) {
            char[] some = new char[8192];
            for (int length = lines.read(some); length >= 0; length = lines.read(some)) {
                told.append(some, 0, length);
                if (begun.matcher(told).results().count() >= nth) {
                    process.children().forEach(ProcessHandle::destroyForcibly);
                }
            }
        }
        Path log = folder.resolve("tmp/strace");
        Files.writeString(log, told, StandardCharsets.ISO_8859_1);
        return ended(process, Optional.of(log));
    }

    private ProcessBuilder builder(List<String> before) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+PerfDisableSharedMem",
                "-Xlog:disable",
                "-Djava.io.tmpdir=" + folder.resolve("tmp")));
        if (build.isEmpty()) {
            command.add(KeptClasses.option());
        }
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        String jar = "target/huibao.jar";
        command.addAll(
                build.map(mutated -> List.of("-cp", mutated.classes() + File.pathSeparator + jar, "huibao.Huibao"))
                        .orElse(List.of("-jar", jar)));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("tmp/out").toFile())
                .redirectError(folder.resolve("tmp/error").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private Ended ended(Process process, Optional<Path> log) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("did not end in " + PATIENCE + ": " + folder);
        }
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("tmp/error"), StandardCharsets.UTF_8),
                log.isPresent() ? Trace.read(log.get(), folder) : new Trace(folder, 0, List.of()));
    }
}
