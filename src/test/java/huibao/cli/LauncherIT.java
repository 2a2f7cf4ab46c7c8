package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Program;
import huibao.testing.TwoNights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a program that is installed without its source. */
class LauncherIT {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", System.getenv("PATH"), "HOME", System.getenv("HOME"), "JAVA_HOME", System.getProperty("java.home"));

    @TempDir
    Path folder;

    @Test
    void keepsTheClassesOfAFirstNightAndDoesWithoutThemWhereTheyAreDamaged() throws Exception {
        Path home = install();
        new Bureau(JobFolder.SEASIDE, folder).drop("SEA-N", "2024-Q1");

        assertThat(start(home, "status").exitCode()).isEqualTo(2);
        assertThat(kept(home)).as("a short command keeps nothing").isEmpty();

        Program.Ended run = start(home, "run", "--period", "2024-Q1");
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(kept(home))
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName())
                        .hasToString("classes-" + System.getProperty("java.runtime.version") + ".jsa"));
        Program.Ended with = start(home, "status", "--period", "2024-Q1");
        assertThat(with.exitCode()).as(with.output()).isZero();

        Path kept = kept(home).get(0);
        assertThat(kept.toFile().setWritable(true)).isTrue();
        Files.writeString(kept, "not what was here before");
        assertThat(start(home, "status", "--period", "2024-Q1").output()).isEqualTo(with.output());
    }

    private Program.Ended start(Path home, String command, String... more) throws Exception {
        List<String> line = new ArrayList<>(List.of(home.resolve("huibao").toString()));
        line.addAll(List.of(TwoNights.at(JobFolder.SEASIDE.toAbsolutePath(), folder, command, more)));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return TwoNights.end(builder.start());
    }

    private Path install() throws IOException {
        Path target = Files.createDirectories(folder.resolve("home/target"));
        Path project = Path.of("").toAbsolutePath();
        Files.copy(project.resolve("target/huibao.jar"), target.resolve("huibao.jar"));
        Files.createSymbolicLink(target.resolve("lib"), project.resolve("target/lib"));
        Path home = folder.resolve("home");
        Files.createSymbolicLink(home.resolve("jobs"), project.resolve("jobs"));
        Files.copy(project.resolve("huibao"), home.resolve("huibao"));
        return home;
    }

    private static List<Path> kept(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("classes"))
                    .toList();
        }
    }
}
