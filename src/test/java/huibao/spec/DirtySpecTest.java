package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.intake.Archive;
import huibao.intake.Collected;
import huibao.intake.Inbox;
import huibao.model.Decision;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.testing.LibreOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything a district may send, case by case, written by three writers and read through the real reader and
 * the real rules. The cases are data: {@code src/test/resources/huibao/spec/dirty.csv}.
 */
class DirtySpecTest {

    @TempDir
    Path folder;

    static List<DirtyCase> workbooks() {
        return DirtyCase.all().stream()
                .filter(one -> !one.isLibreOffice() && !one.writer().equals("inbox"))
                .toList();
    }

    static List<DirtyCase> libreOffice() {
        return DirtyCase.all().stream().filter(DirtyCase::isLibreOffice).toList();
    }

    static List<DirtyCase> inbox() {
        return DirtyCase.all().stream()
                .filter(one -> one.writer().equals("inbox"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void readsWhatTheSpecificationSays(DirtyCase spec) throws IOException {
        Sent sent = new Sent(spec.steps(), folder);
        byte[] workbook = sent.workbook();

        assertCase(spec, sent, spec.isRaw() ? RawWorkbook.write(workbook, spec.oddities()) : workbook);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("libreOffice")
    @Tag("libreoffice")
    void readsWhatTheSpecificationSaysFromAnotherProgram(DirtyCase spec) throws Exception {
        LibreOffice.assumeInstalled();
        Sent sent = new Sent(spec.steps(), folder);
        String[] formats = spec.writer().substring("LibreOffice ".length()).split(" to ");
        Path source = folder.resolve("source." + formats[0]);
        Files.writeString(
                source, formats[0].equals("csv") ? FlatOds.csv(sent.workbook()) : FlatOds.of(sent.workbook()));

        Path converted = LibreOffice.convert(source, formats[1], Files.createDirectory(folder.resolve("to")));

        assertCase(spec, sent, Files.readAllBytes(converted));
    }

    /** The column "read" holds the names of what is taken. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("inbox")
    void takesFromTheInboxWhatTheSpecificationSays(DirtyCase spec) throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path archive = folder.resolve("archive");
        byte[] form = new Sent(new Steps(List.of()), folder).clean();
        for (String name : spec.steps().all()) {
            Files.write(inbox.resolve(name), form);
        }

        Collected collected =
                new Inbox(inbox, Archive.open(archive), Duration.ZERO).collect(Instant.parse("2023-07-03T00:00:00Z"));

        assertThat(collected.receipts().stream().map(receipt -> receipt.file().name()))
                .containsExactlyInAnyOrderElementsOf(spec.read());
    }

    private static void assertCase(DirtyCase spec, Sent sent, byte[] workbook) throws IOException {
        Submission clean = sent.read(sent.clean()).submission().orElse(null);
        Reading reading = sent.read(workbook);
        Decision decision = sent.judge(reading);

        Reports.assertRead(spec.read(), reading, clean);
        Reports.assertFindings(spec.findings(), decision);
        Reports.assertReadable(decision.findings());
        assertThat(decision.state().name()).as(Reports.show(decision.findings())).isEqualTo(spec.decision());
    }

    @Test
    void everyRowOfTheListOfDirtyInputHasACase() {
        Set<String> rows = DirtyCase.all().stream()
                .map(DirtyCase::row)
                .filter(row -> row.startsWith("D"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 42).mapToObj("D%02d"::formatted).toList());
    }

    @Test
    void everyOddityOfTheRawWriterHasACase() {
        assertThat(DirtyCase.all().stream().filter(DirtyCase::isRaw).flatMap(one -> one.oddities().stream()))
                .containsAll(RawWorkbook.ODDITIES);
    }

    @Test
    void noTwoCasesAreCalledTheSame() {
        assertThat(DirtyCase.all().stream().map(one -> one.row() + " " + one.says() + one.writer()))
                .doesNotHaveDuplicates();
    }
}
