package huibao.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The classes the program loads in a run, kept by the first test that starts it for all later starts of the same jar
 * on the same Java, where the launcher looks for them too: a start then takes little more than half the time. A program with a safeguard taken out has other
 * classes and starts without them.
 */
public final class KeptClasses {

    private static final Path JAR = Path.of("target/huibao.jar").toAbsolutePath();

    private static Optional<String> option = Optional.empty();

    private KeptClasses() {}

    /** What Java is told to start {@code target/huibao.jar} with them; without them where it cannot keep any. */
    public static synchronized String option() throws IOException, InterruptedException {
        if (option.isEmpty()) {
            Path kept = keep();
            option = Optional.of(isOf(kept) ? "-XX:SharedArchiveFile=" + kept : "-Xshare:auto");
        }
        return option.get();
    }

    private static Path keep() throws IOException, InterruptedException {
        Path kept = JAR.resolveSibling("classes-" + System.getProperty("java.runtime.version") + ".jsa");
        try (FileChannel channel = FileChannel.open(
                        JAR.resolveSibling("classes.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isOf(kept)) {
                Path folder = Files.createTempDirectory(JAR.getParent(), "first-run");
                start(folder, "-Xshare:auto", "sample");
                start(folder, "-XX:ArchiveClassesAtExit=" + folder.resolve("kept.jsa"), "run");
                if (Files.exists(folder.resolve("kept.jsa"))) {
                    Files.move(folder.resolve("kept.jsa"), kept, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return kept;
    }

    /** Whether they are there, and made from this jar. */
    private static boolean isOf(Path kept) throws IOException {
        return Files.exists(kept) && Files.getLastModifiedTime(kept).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    }

    private static void start(Path folder, String option, String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", option));
        words.addAll(List.of("-jar", JAR.toString(), command, "--period", "2024-Q1"));
        words.addAll(List.of("--job", JobFolder.SEASIDE.toString()));
        words.addAll(List.of("--input", folder.resolve("input").toString()));
        words.addAll(List.of("--output", folder.resolve("output").toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + output);
        }
    }
}
