package huibao.testing;

import huibao.Huibao;
import huibao.cli.watch.StopSignal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program as a process of its own, or in this one where that makes no difference: it is ten times as fast. */
public final class Program {

    /**
     * How a process ended.
     *
     * @param exitCode its exit code
     * @param output what it printed, to either stream
     */
    public record Ended(int exitCode, String output) {}

    private Program() {}

    /** Runs the program to its end. */
    public static Ended run(String... arguments) throws IOException, InterruptedException {
        return await(builder("C.UTF-8", arguments).start());
    }

    /** Runs the program to its end in this process; its lines are in the order in which they were printed. */
    public static synchronized Ended runHere(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(both);
        System.setErr(both);
        try {
            int exitCode = Huibao.run(arguments, new StopSignal());
            return new Ended(exitCode, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Runs the program to its end with so much memory. */
    public static Ended runWithMemory(String heap, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = builder("C.UTF-8", arguments);
        builder.command().add(1, "-Xmx" + heap);
        return await(builder.start());
    }

    /** Runs the program with a safeguard taken out to its end. */
    public static Ended runMutated(MutatedBuild build, String... arguments) throws IOException, InterruptedException {
        return await(builder(Optional.of(build), "C.UTF-8", arguments).start());
    }

    /** A process of the program with a safeguard taken out, not started yet; both streams are one. */
    static ProcessBuilder mutated(MutatedBuild build, String... arguments) throws IOException, InterruptedException {
        return builder(Optional.of(build), "C.UTF-8", arguments);
    }

    /** Runs the program to its end under another locale. */
    public static Ended runIn(String locale, String... arguments) throws IOException, InterruptedException {
        return await(builder(locale, arguments).start());
    }

    /**
     * Starts the program and kills it with SIGKILL as soon as it has printed a line.
     *
     * @return whether it was killed; false if it ended before it printed such a line
     */
    public static boolean runUntil(Predicate<String> line, String... arguments)
            throws IOException, InterruptedException {
        Process process = builder("C.UTF-8", arguments).start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String printed = reader.readLine(); printed != null; printed = reader.readLine()) {
                if (line.test(printed)) {
                    process.destroyForcibly();
                    process.waitFor();
                    return true;
                }
            }
        }
        process.waitFor();
        return false;
    }

    /** Starts the program and asks it to end with SIGTERM as soon as it has printed a line; then its end. */
    public static Ended runAndStopAt(Predicate<String> line, String... arguments)
            throws IOException, InterruptedException {
        Process process = builder("C.UTF-8", arguments).start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String printed = reader.readLine(); printed != null; printed = reader.readLine()) {
                output.append(printed).append('\n');
                if (line.test(printed)) {
                    process.toHandle().destroy();
                }
            }
        }
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + output);
        }
        return new Ended(process.exitValue(), output.toString());
    }

    /** Runs the launcher with an environment of its own. */
    public static Ended launch(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("huibao").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return await(builder.start());
    }

    private static ProcessBuilder builder(String locale, String... arguments) throws IOException, InterruptedException {
        return builder(Optional.empty(), locale, arguments);
    }

    private static ProcessBuilder builder(Optional<MutatedBuild> build, String locale, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        if (build.isEmpty()) {
            command.add(KeptClasses.option());
        }
        command.addAll(program(build));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        return builder;
    }

    /** What Java is told to start. Only a jar that is started itself may say that it loads native libraries. */
    private static List<String> program(Optional<MutatedBuild> build) {
        if (build.isEmpty()) {
            return List.of("-jar", "target/huibao.jar");
        }
        List<String> command = new ArrayList<>();
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(
                List.of("-cp", build.get().classes() + File.pathSeparator + "target/huibao.jar", "huibao.Huibao"));
        return command;
    }

    private static Ended await(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + output);
        }
        return new Ended(process.exitValue(), output);
    }
}
