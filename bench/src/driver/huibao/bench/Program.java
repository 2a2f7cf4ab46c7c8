package huibao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Starts programs through {@code /usr/bin/time}, which knows what they and their children took. */
final class Program {

    private static final Path TIME = Path.of("/usr/bin/time");

    private final Path work;
    private final Map<String, String> environment = new TreeMap<>();

    /**
     * @param work an existing folder for what programs print
     */
    Program(Path work) {
        if (!Files.isExecutable(TIME)) {
            throw new BenchException(TIME + " is not installed; Debian and Ubuntu: apt-get install time");
        }
        this.work = work;
    }

    /** The same with a variable of the environment set. */
    Program with(String variable, String value) {
        Program other = new Program(work);
        other.environment.putAll(environment);
        other.environment.put(variable, value);
        return other;
    }

    /** What the program printed. */
    Path printed() {
        return work.resolve("printed.txt");
    }

    /**
     * Runs a program to its end.
     *
     * @throws BenchException with the end of what it printed, if its exit code is another than 0
     */
    Usage run(List<String> command) throws IOException {
        return run(command, Set.of(0), printed());
    }

    /**
     * Runs a program to its end.
     *
     * @param codes the exit codes that are well
     * @param output where its output goes
     */
    Usage run(List<String> command, Set<Integer> codes, Path output) throws IOException {
        Path times = work.resolve("times.txt");
        List<String> timed = new ArrayList<>(List.of(TIME.toString(), "-q", "-o", times.toString(), "-f", "%U %S %M"));
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(work.resolve("errors.txt").toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (!codes.contains(code)) {
            throw new BenchException(String.join(" ", command) + " ended with " + code + ":\n" + end(output)
                    + end(work.resolve("errors.txt")));
        }
        String[] taken = Files.readString(times).strip().split("\\s+");
        return new Usage(
                Double.parseDouble(taken[0]) + Double.parseDouble(taken[1]), wall, Double.parseDouble(taken[2]) / 1024);
    }

    /** Whether a command is there and ends well. */
    boolean isInstalled(String... command) throws IOException {
        try {
            run(List.of(command));
            return true;
        } catch (BenchException e) {
            return false;
        }
    }

    private static String end(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())) + "\n";
    }
}
