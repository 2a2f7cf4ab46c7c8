package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.testing.MutatedBuild;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of ours that are damaged, altered or gone: what is published stays, one line says what and what to do, and
 * doing it ends with the bytes of an undisturbed night.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedFilesIT {

    private TwoNights nights;

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        nights = TwoNights.in(folder);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void aDamagedRegistryIsNotGoneOnWithAndIsMadeAgainFromTheArchive(String how, @TempDir Path folder)
            throws Exception {
        Path copy = nights.copy(folder.resolve("copy"));
        Path output = TwoNights.output(copy);
        damage(output.resolve("huibao.db"), how);

        Program.Ended failed = TwoNights.runSecond(copy);
        refused(failed, "huibao.db");
        assertThat(failed.output()).contains("huibao rebuild --replace");
        assertThat(Trees.publishedFiles(output)).isEqualTo(withoutDatabase(nights.first()));
        Program.Ended verified = Program.runHere(TwoNights.at(copy, "verify"));
        assertThat(verified.exitCode()).as(verified.output()).isEqualTo(1);
        assertThat(verified.output()).contains("huibao.db").contains("rebuild");

        Program.Ended rebuilt = Program.runHere(TwoNights.at(copy, "rebuild", "--replace"));
        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isZero();
        assertThat(Trees.published(output)).isEqualTo(nights.first());
        nights.endUndisturbed(copy);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aKilledRunIsContinuedWithoutTheLogsOfItsDatabases(String gone, @TempDir Path folder) throws Exception {
        Path copy = nights.copy(folder.resolve("copy"));
        Path output = TwoNights.output(copy);
        assertThat(Program.runUntil(line -> line.contains("· write returned"), TwoNights.second(copy)))
                .isTrue();
        for (Path file : List.of(
                output.resolve("huibao.db-shm"),
                output.resolve("huibao.db-wal"),
                output.resolve(".huibao/batch.db-shm"),
                output.resolve(".huibao/batch.db-wal"))) {
            if (gone.equals("all") || file.getFileName().toString().equals(gone)) {
                Files.deleteIfExists(file);
            }
        }

        nights.endUndisturbed(copy);
    }

    @Test
    void publishedFilesThatWereDamagedAreNamedAndPublishedAgain(@TempDir Path folder) throws Exception {
        Path copy = nights.copy(folder.resolve("copy"));
        Path output = TwoNights.output(copy);
        Path summary = output.resolve("2024-Q1/汇总表-2024-Q1.xlsx");
        Path parquet = output.resolve("parquet/attainment/period=2024-Q1/part.parquet");
        Path returned = files(output.resolve("2024-Q1/退回")).get(0);
        Path gone = output.resolve("parquet/observation/period=2024-Q1/unit=SEA/part.parquet");
        damage(summary, "truncated");
        damage(parquet, "garbage");
        damage(returned, "truncated");
        Files.delete(gone);

        Program.Ended verified = Program.runHere(TwoNights.at(copy, "verify"));
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.output().lines().filter(line -> line.startsWith("published file changed")))
                .hasSize(3);
        assertThat(verified.output())
                .contains(summary.toString(), parquet.toString(), returned.toString(), "missing: " + gone)
                .contains("→ ");
        nights.endUndisturbed(copy);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aDamagedManifestIsNamedAndWrittenAgain(String how, @TempDir Path folder) throws Exception {
        Path copy = nights.copy(folder.resolve("copy"));
        damage(TwoNights.output(copy).resolve("2024-Q1/manifest.json"), how);

        Program.Ended verified = Program.runHere(TwoNights.at(copy, "verify"));
        assertThat(verified.exitCode()).as(verified.output()).isEqualTo(1);
        assertThat(verified.output()).contains("manifest.json");
        nights.endUndisturbed(copy);
    }

    @Test
    void anArchivedFileThatWasAlteredIsNotRead(@TempDir Path folder) throws Exception {
        alteredBeforeItWasJudged(folder, Optional.empty());
    }

    @Test
    void thisIsNoticedWhereTheHashCheckIsOff(@TempDir Path folder) throws Exception {
        MutatedBuild unchecked = MutatedBuild.in(folder.resolve("build"))
                .with("huibao/archive/Archive.java", "if (!found.equals(file.sha256())) {", "if (false) {");

        assertThatThrownBy(() -> alteredBeforeItWasJudged(folder, Optional.of(unchecked)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anArchivedFileThatWasAlteredLaterIsNamed(@TempDir Path folder) throws Exception {
        alteredLater(folder, Optional.empty());
    }

    @Test
    void thisIsNoticedWhereVerifyDoesNotCompareHashes(@TempDir Path folder) throws Exception {
        MutatedBuild unchecked = MutatedBuild.in(folder.resolve("build"))
                .with("huibao/recovery/ArchiveInspection.java", "if (!found.equals(expected)) {", "if (false) {");

        assertThatThrownBy(() -> alteredLater(folder, Optional.of(unchecked))).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void aDamagedReceiptIsNamedAndRestoredFromTheBackup(String how, @TempDir Path folder) throws Exception {
        Path copy = nights.copy(folder.resolve("copy"));
        Path receipt = copy.resolve("input/archive/receipts/00000002.json");
        byte[] backup = Files.readAllBytes(receipt);
        damage(receipt, how);

        Program.Ended verified = Program.runHere(TwoNights.at(copy, "verify"));
        assertThat(verified.exitCode()).as(verified.output()).isEqualTo(1);
        assertThat(verified.output()).contains("00000002.json").contains("backup");
        if (!how.equals("gone")) {
            refused(TwoNights.runSecond(copy), "00000002.json");
            assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(nights.first());
        }
        Files.write(receipt, backup);
        nights.endUndisturbed(copy);
    }

    static Stream<String> registries() {
        return TwoNights.cases(Stream.of("empty", "truncated"), Stream.of("garbage", "gone"));
    }

    static Stream<String> logs() {
        return TwoNights.cases(Stream.of("huibao.db-wal"), Stream.of("huibao.db-shm", "batch.db-wal", "all"));
    }

    static Stream<String> manifests() {
        return TwoNights.cases(Stream.of("truncated"), Stream.of("garbage", "empty", "gone"));
    }

    static Stream<String> receipts() {
        return TwoNights.cases(Stream.of("truncated"), Stream.of("garbage", "empty", "gone"));
    }

    private void alteredBeforeItWasJudged(Path folder, Optional<MutatedBuild> build) throws Exception {
        Path copy = nights.copy(folder.resolve("copy"));
        assertThat(Program.runUntil(line -> line.contains("· judge again"), TwoNights.second(copy)))
                .isTrue();
        Path pending = newest(copy.resolve("input/archive"));
        byte[] received = Files.readAllBytes(pending);
        Path other = files(copy.resolve("input/archive/files")).stream()
                .filter(file -> !file.equals(pending))
                .findFirst()
                .orElseThrow();
        overwrite(pending, Files.readAllBytes(other));

        Program.Ended ended =
                TwoNights.end(TwoNights.start(TwoNights.command(build, List.of(), TwoNights.second(copy))));
        refused(ended, pending.getFileName().toString());
        assertThat(ended.output()).contains("restore it from a backup");
        assertThat(Trees.publishedFiles(TwoNights.output(copy))).isEqualTo(withoutDatabase(nights.first()));

        overwrite(pending, received);
        nights.endUndisturbed(copy);
    }

    private void alteredLater(Path folder, Optional<MutatedBuild> build) throws Exception {
        Path copy = nights.copy(folder.resolve("copy"));
        Path judged = files(copy.resolve("input/archive/files")).get(0);
        byte[] received = Files.readAllBytes(judged);
        byte[] altered = received.clone();
        altered[altered.length / 2] ^= 1;
        overwrite(judged, altered);

        Program.Ended verified =
                TwoNights.end(TwoNights.start(TwoNights.command(build, List.of(), TwoNights.at(copy, "verify"))));
        assertThat(verified.exitCode()).as(verified.output()).isEqualTo(1);
        assertThat(verified.output()).contains("was changed").contains("restore the file from the backup");
        overwrite(judged, received);
        nights.endUndisturbed(copy);
    }

    /** Failed with a line that names it, and no trace. */
    static void refused(Program.Ended ended, String named) {
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output().lines().filter(line -> line.startsWith("huibao: ")))
                .as(ended.output())
                .hasSize(1)
                .allMatch(line -> line.contains(named));
        assertThat(ended.output()).doesNotContain("\tat ", "Exception in thread");
    }

    private static Map<String, String> withoutDatabase(SortedMap<String, String> published) {
        Map<String, String> files = new java.util.TreeMap<>(published);
        files.remove("huibao.db");
        return files;
    }

    static void damage(Path file, String how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case "garbage" ->
                overwrite(file, "not what was here before\n".repeat(400).getBytes(StandardCharsets.UTF_8));
            case "empty" -> overwrite(file, new byte[0]);
            case "truncated" -> overwrite(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "gone" -> Files.delete(file);
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, bytes);
    }

    /** The file of the newest receipt. */
    private static Path newest(Path archive) throws IOException {
        List<Path> receipts = files(archive.resolve("receipts"));
        String sha = Files.readString(receipts.get(receipts.size() - 1))
                .replaceAll("(?s).*\"sha256\"\\s*:\\s*\"([0-9a-f]+)\".*", "$1");
        return files(archive.resolve("files")).stream()
                .filter(file -> file.getFileName().toString().startsWith(sha))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
