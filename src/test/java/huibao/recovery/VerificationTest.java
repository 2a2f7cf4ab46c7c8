package huibao.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.files.Sha256;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.pipeline.Progress;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunResult;
import huibao.recovery.Verification.Fault;
import huibao.recovery.Verification.Kind;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class VerificationTest {

    @TempDir
    Path folder;

    private Bureau bureau;

    @BeforeEach
    void aNightHasBeenRun() throws IOException {
        bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.dropAll("2024-Q1");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "-3"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
    }

    @Test
    void findsNothingWhereNothingIsWrongAndChangesNothing() throws IOException {
        Map<String, String> before = Trees.published(bureau.folders().output());

        assertThat(verify()).isEmpty();
        assertThat(Trees.published(bureau.folders().output())).isEqualTo(before);
    }

    @Test
    void namesAnArchivedFileThatWasChangedOrIsGone() throws IOException {
        List<Path> files = files(bureau.folders().archive().resolve("files"));
        write(files.get(0), "tampered");
        delete(files.get(1));

        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        Kind.ARCHIVE_FILE_CHANGED, Kind.ARCHIVE_FILE_MISSING, Kind.SUBMISSION_WITHOUT_FILE);
    }

    @Test
    void namesAReceiptThatIsGoneOrDamaged() throws IOException {
        List<Path> receipts = files(bureau.folders().archive().resolve("receipts"));
        delete(receipts.get(1));
        assertThat(kinds()).contains(Kind.RECEIPT_MISSING);

        write(receipts.get(0), "{");
        assertThat(kinds()).contains(Kind.ARCHIVE_UNREADABLE);
    }

    /** Cut within a letter, the bytes are not even text. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"file_name\" : \"\345"})
    void aDamagedReceiptIsAllThatIsComplainedOf(String text) throws IOException {
        Path receipt = files(bureau.folders().archive().resolve("receipts")).get(2);
        assertThat(receipt.toFile().setWritable(true)).isTrue();
        Files.writeString(receipt, text, StandardCharsets.ISO_8859_1);

        assertThat(verify())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Kind.ARCHIVE_UNREADABLE))
                .satisfies(fault -> assertThat(fault.found()).contains("00000003.json"));
        assertThatThrownBy(() -> bureau.run("2024-Q1", "2024-04-09T00:00:00Z")).hasMessageContaining("00000003.json");
    }

    @Test
    void ofAnOlderCopyOfTheRegistryNothingIsSaidButThat() throws IOException {
        Path copy = Files.copy(bureau.folders().database(), folder.resolve("copy.db"));
        bureau.drop("SEA-S", "2024-Q2");
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");
        Files.copy(copy, bureau.folders().database(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(kinds()).containsExactly(Kind.DATABASE_BEHIND);
    }

    @Test
    void namesPublishedFilesThatWereChangedOrAreGone() throws IOException {
        Period first = Period.parse("2024-Q1");
        Path returned = files(bureau.folders().returns(first)).get(0);
        write(bureau.folders().summary(first), "not a workbook");
        delete(returned);

        assertThat(verify())
                .containsExactlyInAnyOrder(
                        new Fault(
                                Kind.OUTPUT_CHANGED,
                                bureau.folders().summary(first).toString(),
                                ""),
                        new Fault(Kind.OUTPUT_MISSING, returned.toString(), ""));
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(verify()).isEmpty();
    }

    @Test
    void namesADatabaseThatIsDamaged() throws IOException {
        Path database = bureau.folders().database();
        byte[] bytes = Files.readAllBytes(database);
        // Pages beyond the first are scribbled over, so that the file still opens.
        for (int i = 4096 * 3; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(database, bytes);

        assertThat(kinds()).containsAnyOf(Kind.DATABASE_DAMAGED, Kind.DATABASE_UNUSABLE);
    }

    @Test
    void saysThatAFileWaitsAndThatTheJobFolderChanged() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        bureau.drop("SEA-N", "2024-Q2");
        bureau.run("2024-Q1", "2024-07-08T00:00:00Z", "SEA-S");
        JobFolder.edit(job, "rules.csv", "percent=10", "percent=11");
        Bureau changed = new Bureau(job, folder);

        List<Fault> faults =
                new Verification(changed.catalogue(), changed.folders(), Messages.in(Locale.ENGLISH)).verify();
        assertThat(faults)
                .extracting(Fault::kind)
                .containsExactlyInAnyOrder(Kind.NOT_JUDGED, Kind.OTHER_JOB_FOLDER)
                .allMatch(Kind::isHarmless);
    }

    @Test
    void namesFilesOfTheArchiveThatNoReceiptNames() throws IOException {
        Path stray = bureau.folders().archive().resolve("files/ab/" + "ab".repeat(32) + ".xlsx");
        Files.createDirectories(stray.getParent());
        Files.writeString(stray, "put there by somebody");

        assertThat(verify()).containsExactly(new Fault(Kind.ARCHIVE_FILE_EXTRA, stray.toString(), ""));
    }

    @Test
    void namesPublishedFilesThatNoRunPublished() throws IOException {
        Path parquet = bureau.folders().parquet().resolve("observation/period=2024-Q1/unit=SEA-X/part.parquet");
        Files.createDirectories(parquet.getParent());
        Files.writeString(parquet, "x");
        Path note = Files.writeString(
                bureau.folders().returns(Period.parse("2024-Q1")).resolve("已电话通知.txt"), "x");
        Files.writeString(bureau.folders().period(Period.parse("2024-Q1")).resolve("~$汇总表-2024-Q1.xlsx"), "lock");

        assertThat(verify())
                .containsExactlyInAnyOrder(
                        new Fault(Kind.OUTPUT_EXTRA, note.toString(), ""),
                        new Fault(Kind.OUTPUT_EXTRA, parquet.toString(), ""));
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(note).as("what people put there is theirs").exists();
    }

    @Test
    void namesADatasetThatIsNotTheRegistrysThoughTheManifestAgrees() throws IOException {
        Path one = bureau.folders().parquet().resolve("observation/period=2024-Q1/unit=SEA-S/part.parquet");
        Path other = bureau.folders().parquet().resolve("observation/period=2024-Q1/unit=SEA/part.parquet");
        Path manifest = bureau.folders().manifest(Period.parse("2024-Q1"));
        Files.writeString(manifest, Files.readString(manifest).replace(Sha256.of(one), Sha256.of(other)));
        Files.copy(other, one, StandardCopyOption.REPLACE_EXISTING);

        assertThat(verify()).containsExactly(new Fault(Kind.OUTPUT_NOT_OF_DATABASE, one.toString(), ""));
    }

    @Test
    void namesAFigureOfTheRegistryThatIsNotTheOnePublished() {
        Path database = bureau.folders().database();
        Trees.execute(
                database,
                "UPDATE form_row SET obs_value = '1' WHERE item = 'FISH' AND submission_id = 'SEA-S-2024-Q1-v1'");
        Trees.execute(
                database,
                "UPDATE attainment SET status = 'ACHIEVED' WHERE ref_area = 'SEA-S' AND indicator = 'FISH-UP'");

        assertThat(verify())
                .containsExactly(
                        new Fault(Kind.DATABASE_CONTRADICTS, database.toString(), "2024-Q1 attainment FISH-UP SEA-S"),
                        new Fault(
                                Kind.DATABASE_CONTRADICTS,
                                database.toString(),
                                "2024-Q1 observation SEA-S-2024-Q1-v1 FISH"));
    }

    @Test
    void namesACellOfTheRegistryThatIsNotTheOnePublished() {
        Trees.execute(bureau.folders().database(), "UPDATE form_row SET amount = '1' WHERE item = 'FISH'");

        assertThat(kinds()).contains(Kind.DATABASE_CONTRADICTS, Kind.OUTPUT_NOT_OF_DATABASE);
    }

    @Test
    void namesAManifestThatIsGoneAndARunDoesItAgain() throws IOException {
        Path manifest = bureau.folders().manifest(Period.parse("2024-Q1"));
        Files.delete(manifest);

        assertThat(verify()).containsExactly(new Fault(Kind.MANIFEST_MISSING, manifest.toString(), ""));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        assertThat(verify()).isEmpty();
    }

    @Test
    void namesARunThatIsUnfinishedAndTablesThatAreDamaged() throws IOException {
        Trees.execute(bureau.folders().database(), "UPDATE run SET state = 'RUNNING'");
        Files.writeString(bureau.folders().batchDatabase(), "garbage, and more than a header of it".repeat(50));

        assertThat(verify())
                .extracting(Fault::kind)
                .containsExactly(Kind.RESTART_TABLES_DAMAGED, Kind.RUN_UNFINISHED)
                .allMatch(Kind::isHarmless);
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        assertThat(verify()).isEmpty();
    }

    @Test
    void namesALogEntryThatIsLostAndTheNextRunWritesItAgain() throws IOException {
        Path entry = files(bureau.folders().archive().resolve("runs")).get(0);
        byte[] before = Files.readAllBytes(entry);
        Files.delete(entry);

        assertThat(kinds()).containsExactly(Kind.RUN_LOG_LOST);
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(entry).hasBinaryContent(before);
    }

    @Test
    void aDamagedLogEntryHidesNothingElse() throws IOException {
        write(files(bureau.folders().archive().resolve("runs")).get(0), "{");
        Path returned = files(bureau.folders().returns(Period.parse("2024-Q1"))).get(0);
        delete(returned);

        assertThat(kinds()).containsExactlyInAnyOrder(Kind.ARCHIVE_UNREADABLE, Kind.OUTPUT_MISSING);
    }

    @Test
    void refusesToGoOnWithALostRegistryAndMakesItAgainInItsPlace() throws IOException {
        bureau.drop("SEA-S", "2024-Q2");
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");
        Map<String, String> before = Trees.published(bureau.folders().output());
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(bureau.folders().output().resolve("huibao.db" + part));
        }
        Fault lost =
                new Fault(Kind.DATABASE_BEHIND, bureau.folders().database().toString(), "20240708T000000Z-2024-Q2");
        assertThat(verify()).containsExactly(lost);
        assertThatThrownBy(() -> bureau.run("2024-Q2", "2024-07-09T00:00:00Z"))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("rebuild --replace");
        assertThat(bureau.folders().database())
                .as("an empty one would hide that it was lost")
                .doesNotExist();
        assertThat(verify()).containsExactly(lost);
        String measures = Files.readString(bureau.folders().metrics());
        assertThat(measures).contains("huibao_last_success_timestamp_seconds");

        Rebuild.Replaced replaced =
                new Rebuild(bureau.folders(), Progress.NOBODY).inPlace().orElseThrow();

        assertThat(replaced.runs()).isEqualTo(2);
        assertThat(replaced.before()).isDirectory();
        assertThat(Files.getPosixFilePermissions(bureau.folders().output()))
                .as("for whom it was before")
                .isEqualTo(Files.getPosixFilePermissions(replaced.before()));
        assertThat(bureau.folders().metrics()).hasContent(measures);
        assertThat(Trees.published(bureau.folders().output())).isEqualTo(before);
        assertThat(verify()).isEmpty();
        bureau.run("2024-Q2", "2024-07-09T00:00:00Z");
    }

    @Test
    void neverGivesANumberTwiceThatAReceiptHadWhichWasLost() throws IOException {
        List<Path> receipts = files(bureau.folders().archive().resolve("receipts"));
        delete(receipts.get(receipts.size() - 1));
        assertThat(kinds()).contains(Kind.RECEIPT_MISSING);

        bureau.drop("SEA-N", "2024-Q2");
        RunResult result = bureau.run("2024-Q2", "2024-07-08T00:00:00Z");

        assertThat(result.decided()).extracting(SubmissionRecord::receipt).containsExactly(5L);
        assertThat(bureau.states("SEA-N", "2024-Q2")).containsExactly("v1 ACCEPTED CLEAN");
    }

    private List<Fault> verify() {
        return new Verification(bureau.catalogue(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify();
    }

    private List<Kind> kinds() {
        return verify().stream().map(Fault::kind).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(Path file, String text) {
        try {
            assertThat(file.toFile().setWritable(true)).isTrue();
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) throws IOException {
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.delete(file);
    }
}
