package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Period;
import huibao.pipeline.Verification.Fault;
import huibao.pipeline.Verification.Kind;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        List<Fault> faults = new Verification(changed.catalogue(), changed.folders()).verify();
        assertThat(faults)
                .extracting(Fault::kind)
                .containsExactlyInAnyOrder(Kind.NOT_JUDGED, Kind.OTHER_JOB_FOLDER)
                .allMatch(Kind::isHarmless);
    }

    private List<Fault> verify() {
        return new Verification(bureau.catalogue(), bureau.folders()).verify();
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
