package huibao.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.MutatedBuild;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch goes on whatever becomes of a run, and ends well whenever it is told to. */
class WatchTroubleIT {

    @TempDir
    Path folder;

    private Path job;
    private Bureau bureau;

    @BeforeEach
    void dropForms() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        bureau = new Bureau(job, folder);
        bureau.dropAll("2024-Q1");
    }

    @Test
    void aSignalBeforeAnythingIsReadIsAGoodEnd() throws Exception {
        MutatedBuild waiting = MutatedBuild.in(folder.resolve("build"))
                .with("huibao/Huibao.java", "PrintStream err = JobOptions.err();", """
                        PrintStream err = JobOptions.err();
                        err.println("started");
                        try {
                            System.in.read();
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                        """);

        Program.Ended ended = watch(Optional.of(waiting), line -> line.equals("started"));

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).endsWith("stopped\n");
    }

    @Test
    void aSignalAtAWorkbookLetsTheRunEnd() throws Exception {
        Program.Ended ended =
                watch(Optional.empty(), line -> line.contains("  accepted  "), "--nightly", "* * * * * *");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("3 accepted").endsWith("stopped\n");
        assertWell();
    }

    @Test
    void aRunThatTakesLongerThanAStopMayWaitIsLeftToTheNextOne() throws Exception {
        MutatedBuild impatient = MutatedBuild.in(folder.resolve("build"))
                .with(
                        "huibao/cli/watch/StopSignal.java",
                        "PATIENCE = Duration.ofSeconds(60)",
                        "PATIENCE = Duration.ZERO");

        Program.Ended ended =
                watch(Optional.of(impatient), line -> line.contains("  accepted  "), "--nightly", "* * * * * *");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("left unfinished").doesNotContain("done ");
        Program.Ended restarted = Program.runHere(TwoNights.at(job, folder, "restart"));
        assertThat(restarted.exitCode()).as(restarted.output()).isZero();
        assertThat(restarted.output()).contains("continuing the interrupted run", "3 accepted");
        assertWell();
        assertThat(Program.runHere(TwoNights.at(job, folder, "restart")).output())
                .contains("nothing was done");
    }

    @Test
    void aBrokenJobFolderIsSaidAndTheWatchGoesOnOnceItIsMended() throws Exception {
        Path yaml = job.resolve("job.yaml");
        String good = Files.readString(yaml);
        AtomicInteger step = new AtomicInteger();
        Program.Ended ended = watch(
                Optional.empty(),
                line -> {
                    if (line.contains("done ") && step.compareAndSet(0, 1)) {
                        write(yaml, good + "nonsense: 1\n");
                    } else if (line.contains("run failed") && step.compareAndSet(1, 2)) {
                        write(yaml, good);
                    } else if (line.contains("done ") && step.get() == 2) {
                        return true;
                    }
                    return false;
                },
                "--nightly",
                "* * * * * *");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output().lines().filter(line -> line.contains("run failed")))
                .isNotEmpty()
                .allMatch(line -> line.contains("nonsense"));
        assertThat(ended.output().lines()).as("one line per event").allMatch(line -> line.matches("\\d{4}-.*  .+"));
    }

    @Test
    void anArchiveThatCannotBeReadDoesNotEndTheWatch() throws Exception {
        Path receipt = Files.createDirectories(folder.resolve("input/archive/receipts"))
                .resolve("00000001.json");
        write(receipt, "{");
        AtomicInteger failures = new AtomicInteger();
        Program.Ended ended = watch(
                Optional.empty(),
                line -> {
                    if (line.contains("cannot look into the inbox") && failures.incrementAndGet() == 1) {
                        write(receipt, "");
                        delete(receipt);
                    }
                    return line.contains("done ");
                },
                "--nightly",
                "0 2 1 1 *",
                "--inbox-every",
                "1");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("damaged receipt", "3 accepted").endsWith("stopped\n");
    }

    @Test
    void aSecondJobFolderIsSaidAndDoesNotEndTheWatch() throws Exception {
        Path home = folder.resolve("home");
        JobFolder.copy(job, home.resolve("jobs/one"));
        Path second = home.resolve("jobs/two");
        AtomicInteger step = new AtomicInteger();
        Program.Ended ended = watch(
                TwoNights.command(
                        Optional.empty(),
                        List.of("-Dhuibao.home=" + home),
                        "watch",
                        "--lang",
                        "en",
                        "--nightly",
                        "* * * * * *",
                        "--inbox-every",
                        "1"),
                line -> {
                    if (line.contains("done ") && step.compareAndSet(0, 1)) {
                        createFolder(second);
                    } else if (line.contains("run failed") && step.compareAndSet(1, 2)) {
                        delete(second);
                    }
                    return line.contains("done ") && step.get() == 2;
                });

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("No job is named").endsWith("stopped\n");
    }

    @Test
    void anErrorEndsTheWatchAtOnceAndItIsNoGoodEnd() throws Exception {
        MutatedBuild full = MutatedBuild.in(folder.resolve("build"))
                .with(
                        "huibao/cli/watch/CommandJobActions.java",
                        "return result.isPresent() ? Ending.DONE : Ending.UNFINISHED;",
                        "throw new OutOfMemoryError(\"full\");");

        Program.Ended ended = watch(Optional.of(full), line -> false, "--nightly", "* * * * * *");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains("the watch ends: java.lang.OutOfMemoryError: full")
                .doesNotContain("left unfinished", "stopped");
    }

    @Test
    void aChangedScheduleHoldsWithoutARestart() throws Exception {
        Path yaml = job.resolve("job.yaml");
        String good = Files.readString(yaml);
        write(yaml, good + "schedule:\n  nightly: \"* * * * * *\"\n");
        AtomicInteger runs = new AtomicInteger();
        Program.Ended ended = watch(Optional.empty(), line -> {
            if (line.contains("done ") && runs.incrementAndGet() == 1) {
                write(yaml, good + "schedule:\n  nightly: \"0 2 1 1 *\"\n");
            }
            return line.contains("next run") && line.contains("-01-01T02:00:00");
        });

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("the schedule has been changed").endsWith("stopped\n");
    }

    private void assertWell() throws Exception {
        assertThat(bureau.folders().inbox()).isEmptyDirectory();
        assertThat(Trees.query(bureau.folders().database(), "SELECT DISTINCT state FROM run"))
                .containsExactly("COMPLETED");
        Program.Ended verified = Program.runHere(TwoNights.at(job, folder, "verify"));
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private Program.Ended watch(Optional<MutatedBuild> build, Predicate<String> stopAt, String... options)
            throws Exception {
        return watch(TwoNights.command(build, List.of(), TwoNights.at(job, folder, "watch", options)), stopAt);
    }

    private static Program.Ended watch(List<String> command, Predicate<String> stopAt) throws Exception {
        Process process = TwoNights.start(command);
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.append(line).append('\n');
                if (stopAt.test(line)) {
                    process.toHandle().destroy();
                    process.getOutputStream().close();
                }
            }
        }
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).as(output.toString()).isTrue();
        return new Program.Ended(process.exitValue(), output.toString());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createFolder(Path created) {
        try {
            Files.createDirectory(created);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
