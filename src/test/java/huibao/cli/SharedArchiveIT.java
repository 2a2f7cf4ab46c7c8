package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.archive.Archive;
import huibao.archive.Receipt;
import huibao.files.DurableFiles;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of an output folder on one input: the archive has one writer, and every file has one receipt. */
class SharedArchiveIT {

    private static final int ROUNDS = Extent.isLong() ? 100 : 4;
    private static final int FILES = Extent.isLong() ? 200 : 30;
    private static final long SEED = 20231201;

    @TempDir
    Path folder;

    @Test
    void theSecondWriterDoesNothingAndSaysWhoWrites() throws Exception {
        overlap(folder, Optional.empty());
    }

    @Test
    void thisIsNoticedWhereTheLockIsOff() throws Exception {
        MutatedBuild unlocked = MutatedBuild.in(folder.resolve("build"))
                .with("huibao/pipeline/RunLock.java", "if (lock.isEmpty()) {", "if (false) {");

        assertThatThrownBy(() -> overlap(folder.resolve("unlocked"), Optional.of(unlocked)))
                .isInstanceOf(AssertionError.class);
    }

    /** While the first waits for a file to settle, the second comes, with an output folder of its own. */
    private static void overlap(Path folder, Optional<MutatedBuild> build) throws Exception {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "job.yaml", "settle_seconds: 0", "settle_seconds: 2");
        Bureau bureau = new Bureau(job, folder);
        bureau.drop("SEA-N", "2024-Q1");
        try (Stream<Path> files = Files.list(bureau.folders().inbox())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        }
        Process first = TwoNights.start(TwoNights.command(build, List.of(), command(job, folder, "output")));
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8))) {
            String line = printed.readLine();
            while (line != null && !line.contains("· collect")) {
                line = printed.readLine();
            }
            assertThat(line).as("the first run got that far").isNotNull();
            Program.Ended second =
                    TwoNights.end(TwoNights.start(TwoNights.command(build, List.of(), command(job, folder, "copy"))));
            assertThat(second.exitCode()).as(second.output()).isEqualTo(75);
            assertThat(second.output())
                    .contains("pid " + first.pid())
                    .contains(folder.resolve("output").toString());
            assertThat(printed.lines().filter(text -> text.contains("  accepted  ")))
                    .hasSize(1);
            assertThat(first.waitFor()).isZero();
        } finally {
            // Where the second one did something, the first may still be at work in the folder.
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void everyFileHasOneReceiptWhoeverTookItAndWhoeverWasKilled() throws Exception {
        Random random = new Random(SEED);
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        Path inbox = bureau.folders().inbox();
        bureau.dropAll("2024-Q1");
        assertThat(run("output").exitCode()).isZero();
        int sent = Archive.open(bureau.folders().archive()).receipts().size();
        Map<String, Integer> ends = new HashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            DurableFiles.deleteTree(folder.resolve("copy"));
            Trees.copy(folder.resolve("output"), folder.resolve("copy"));
            for (int i = 0; i < FILES; i++) {
                Files.writeString(inbox.resolve("sent %d-%d.xlsx".formatted(round, i)), "form " + round + " " + i);
            }
            sent += FILES;
            List<Process> both = new ArrayList<>();
            for (String output : List.of("output", "copy")) {
                both.add(TwoNights.start(
                        TwoNights.command(Optional.empty(), List.of(), command(JobFolder.SEASIDE, folder, output))));
            }
            for (Process one : both) {
                ends.merge(end(one, random), 1, Integer::sum);
            }
            finish();
            assertThat(inbox).as("round " + round).isEmptyDirectory();
            List<Receipt> receipts = Archive.open(bureau.folders().archive()).receipts();
            assertThat(receipts.stream().map(Receipt::number))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sent).boxed().toList());
            assertThat(receipts.stream().map(receipt -> receipt.file().sha256()).distinct())
                    .hasSize(sent);
        }
        System.out.println("two writers on one archive: " + ROUNDS + " rounds of " + FILES + " files, ends " + ends);
        assertThat(verify()).contains("all is well");
        try (Stream<Path> left = Files.list(bureau.folders().archive())) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    /** Kills every other one somewhere on its way; how it ended. */
    private static String end(Process one, Random random) throws Exception {
        Duration patience =
                random.nextBoolean() ? Duration.ofMillis(300 + random.nextInt(1500)) : Duration.ofMinutes(5);
        if (!one.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            one.destroyForcibly().waitFor();
            return "killed";
        }
        return "exit " + one.exitValue();
    }

    /** As docs/operations.md says: continue; where the other copy was first, rebuild from the archive. */
    private void finish() throws Exception {
        Program.Ended ended = run("output");
        if (ended.exitCode() == ExitCodes.FAILED) {
            Program.Ended rebuilt = Program.runHere(TwoNights.at(folder, "rebuild", "--replace"));
            assertThat(rebuilt.exitCode()).as(ended.output() + rebuilt.output()).isZero();
            try (Stream<Path> replaced = Files.list(folder.resolve("output"))) {
                for (Path before : replaced.filter(path -> path.toString().contains("-before"))
                        .toList()) {
                    DurableFiles.deleteTree(before);
                }
            }
            ended = run("output");
        }
        assertThat(ended.exitCode()).as(ended.output()).isIn(ExitCodes.DONE, ExitCodes.RETURNS);
    }

    private Program.Ended run(String output) {
        return Program.runHere(command(JobFolder.SEASIDE, folder, output));
    }

    private String verify() {
        return Program.runHere(TwoNights.at(folder, "verify")).output();
    }

    private static String[] command(Path job, Path folder, String output) {
        return Stream.of(
                        "run",
                        "--lang",
                        "en",
                        "--job",
                        job.toString(),
                        "--input",
                        folder.resolve("input").toString(),
                        "--output",
                        folder.resolve(output).toString(),
                        "--period",
                        "2024-Q1")
                .toArray(String[]::new);
    }
}
