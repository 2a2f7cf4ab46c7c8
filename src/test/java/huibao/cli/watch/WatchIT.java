package huibao.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aNightMissedWhileNobodyWatchedIsMadeUpAtOnce() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T02:00:00Z");
        bureau.drop("SEA-S", "2024-Q1");

        Program.Ended ended = watch("next run", 1, "--nightly", "0 2 1 1 *");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("-01-01T02:00:00Z was missed", "SEA-S-2024-Q1-v1", "1 accepted");
        assertThat(watch("next run", 1, "--nightly", "0 2 1 1 *").output())
                .contains("next run")
                .doesNotContain("missed", "done ");
    }

    @Test
    void aRunThatWasKilledIsContinuedAsTheWatchBegins() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1");
        boolean wasKilled =
                Program.runUntil(line -> line.contains("write Parquet"), arguments("--nightly", "* * * * * *"));
        assertThat(wasKilled).isTrue();
        assertThat(folder.resolve("input/inbox")).isEmptyDirectory();

        Program.Ended ended = watch("next run", 1, "--nightly", "0 2 1 1 *");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output())
                .containsOnlyOnce("continuing the interrupted run")
                .contains("1 accepted")
                .doesNotContain("missed");
        assertThat(Trees.query(bureau.folders().database(), "SELECT state FROM run"))
                .containsExactly("COMPLETED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--nightly; every night",
                "--nightly; 0 2 30 2 *",
                "--reminders; 0 25 * * *",
                "--inbox-every; 0",
                "--inbox-every; -5",
                "--inbox-every; 86401"
            })
    void refusesAScheduleThatIsNone(String option, String value) throws Exception {
        Program.Ended ended = Program.runHere(arguments(option, value));

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).startsWith("huibao: " + option + " " + value + ": expected ");
    }

    private Program.Ended watch(String stopAt, int time, String... options) throws Exception {
        int[] seen = {0};
        return Program.runAndStopAt(line -> line.contains(stopAt) && ++seen[0] == time, arguments(options));
    }

    private String[] arguments(String... options) {
        return TwoNights.at(folder, "watch", options);
    }
}
