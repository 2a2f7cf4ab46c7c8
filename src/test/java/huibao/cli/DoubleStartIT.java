package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.testing.Bureau;
import huibao.testing.Extent;
import huibao.testing.JobFolder;
import huibao.testing.MutatedBuild;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs started at once: one works, the other does nothing, and nothing is counted twice. */
class DoubleStartIT {

    private static final int STARTS = Extent.isLong() ? 200 : 3;

    @TempDir
    Path folder;

    @Test
    void ofTwoRunsThatOverlapTheSecondDoesNothing() throws Exception {
        overlap(folder, Optional.empty());
    }

    @Test
    void thisIsNoticedWhereTheLockIsOff() throws Exception {
        MutatedBuild unlocked = MutatedBuild.in(folder.resolve("build"))
                .with("huibao/pipeline/RunLock.java", "if (lock.isEmpty()) {", "if (false) {");

        assertThatThrownBy(() -> overlap(folder.resolve("unlocked"), Optional.of(unlocked)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void manyDoubleStartsCountEveryFormOnce() throws Exception {
        Path job = waiting(folder.resolve("job"));
        Bureau bureau = new Bureau(job, folder);
        int refused = 0;
        for (int i = 1; i <= STARTS; i++) {
            // A factor small enough that no rule about swings speaks up, and other bytes every time.
            bureau.drop("SEA-N", "2024-Q1", "-" + i, Map.of("FISH", "*1.%04d".formatted(i)));
            touch(bureau.folders().inbox());
            List<String> command = TwoNights.command(
                    Optional.empty(), List.of(), TwoNights.at(job, folder, "run", "--period", "2024-Q1"));
            Process one = TwoNights.start(command);
            Process other = TwoNights.start(command);
            Program.Ended first = TwoNights.end(one);
            Program.Ended second = TwoNights.end(other);

            String both = first.output() + second.output();
            assertThat(List.of(first.exitCode(), second.exitCode())).as(both).isSubsetOf(0, 75);
            assertThat(both.lines().filter(line -> line.contains("  accepted  ")))
                    .as(both)
                    .hasSize(1);
            refused += first.exitCode() == 75 || second.exitCode() == 75 ? 1 : 0;
        }
        System.out.println("double starts: " + STARTS + ", of which overlapped, so that one was refused: " + refused);
        // The lock is held until the files have lain still: a pair misses only where one start takes longer than a run.
        assertThat(refused).as("pairs that overlapped").isGreaterThanOrEqualTo(STARTS * 9 / 10);
        assertThat(bureau.folders().inbox()).isEmptyDirectory();
        assertThat(Trees.query(bureau.folders().database(), "SELECT count(*) || ' ' || max(receipt) FROM submission"))
                .containsExactly(STARTS + " " + STARTS);
        assertThat(Trees.query(bureau.folders().database(), "SELECT count(*) FROM submission WHERE state = 'ACCEPTED'"))
                .containsExactly("1");
        assertThat(Program.runHere(TwoNights.at(job, folder, "verify")).output())
                .contains("all is well");
    }

    /** While the first run waits for a file to settle, with the lock in its hands, the second one comes. */
    private static void overlap(Path folder, Optional<MutatedBuild> build) throws Exception {
        Path job = waiting(folder.resolve("job"));
        Bureau bureau = new Bureau(job, folder);
        bureau.drop("SEA-N", "2024-Q1");
        touch(bureau.folders().inbox());
        List<String> command =
                TwoNights.command(build, List.of(), TwoNights.at(job, folder, "run", "--period", "2024-Q1"));
        Process first = TwoNights.start(command);
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8))) {
            String line = printed.readLine();
            while (line != null && !line.contains("· collect")) {
                line = printed.readLine();
            }
            assertThat(line).as("the first run got that far").isNotNull();
            Program.Ended second = TwoNights.end(TwoNights.start(command));
            assertThat(second.exitCode()).as(second.output()).isEqualTo(75);
            assertThat(printed.lines().filter(text -> text.contains("  accepted  ")))
                    .hasSize(1);
            assertThat(first.waitFor()).isZero();
        } finally {
            // Where the second one did something, the first may still be at work in the folder.
            first.destroyForcibly().waitFor();
        }
    }

    /** A job whose files have to lie still for so long that the lock is held while the other run starts. */
    private static Path waiting(Path to) throws Exception {
        Path job = JobFolder.copy(JobFolder.SEASIDE, to);
        JobFolder.edit(job, "job.yaml", "settle_seconds: 0", "settle_seconds: 2");
        return job;
    }

    private static void touch(Path inbox) throws Exception {
        try (Stream<Path> files = Files.list(inbox)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        }
    }
}
