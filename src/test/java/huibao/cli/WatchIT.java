package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.pipeline.Bureau;
import huibao.testing.JobFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchIT {

    @TempDir
    Path folder;

    @Test
    void takesWhatIsDroppedAndEndsWellOnASignal() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1");

        Program.Ended ended = watch("next run", 2, "--nightly", "0 2 1 1 *", "--inbox-every", "1");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output().lines())
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ?.*  .+"))
                .anyMatch(line -> line.contains("SEA-N-2024-Q1-v1"))
                .anyMatch(line -> line.contains("done ") && line.contains("1 accepted"));
        assertThat(ended.output().strip()).endsWith("stopped");
        assertThat(folder.resolve("input/inbox")).isEmptyDirectory();
        assertThat(folder.resolve("output/seaside-2024/huibao.db")).exists();
    }

    @Test
    void runsWhenTheScheduleSaysSo() throws Exception {
        new Bureau(JobFolder.SEASIDE, folder).drop("SEA-N", "2024-Q1");

        Program.Ended ended = watch("done ", 1, "--nightly", "* * * * * *");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("1 accepted").endsWith("stopped\n");
    }

    @Test
    void aSignalWhileARunGoesOnLetsItEnd() throws Exception {
        new Bureau(JobFolder.SEASIDE, folder).drop("SEA-N", "2024-Q1");

        Program.Ended ended = watch("· ", 1, "--nightly", "* * * * * *");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("done ").endsWith("stopped\n");
    }

    @Test
    void aRunThatFailsDoesNotEndTheWatch() throws Exception {
        Files.createDirectories(folder.resolve("input/inbox"));
        Files.writeString(Files.createDirectories(folder.resolve("output")).resolve("seaside-2024"), "in the way");

        Program.Ended ended = watch("run failed", 2, "--nightly", "* * * * * *");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("seaside-2024").endsWith("stopped\n");
    }

    @Test
    void refusesAScheduleThatIsNone() throws Exception {
        assertThat(watch("never", 1, "--nightly", "every night").exitCode()).isEqualTo(2);
    }

    private Program.Ended watch(String stopAt, int time, String... options) throws Exception {
        int[] seen = {0};
        String[] command = Stream.concat(
                        Stream.of(
                                "watch",
                                "--lang",
                                "en",
                                "--job",
                                JobFolder.SEASIDE.toString(),
                                "--input",
                                folder.resolve("input").toString(),
                                "--output",
                                folder.resolve("output").toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        return Program.runAndStopAt(line -> line.contains(stopAt) && ++seen[0] == time, command);
    }
}
