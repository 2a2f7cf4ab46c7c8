package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Decision;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.pipeline.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Path to = Files.createDirectory(folder.resolve("to"));
        boolean isCsv = formats[0].equals("csv");
        Files.writeString(source, isCsv ? FlatOds.csv(sent.workbook()) : FlatOds.of(sent.workbook()));

        Path converted =
                isCsv ? LibreOffice.convertCsv(source, formats[1], to) : LibreOffice.convert(source, formats[1], to);

        assertCase(spec, sent, Files.readAllBytes(converted));
    }

    /** The quarter's files of one unit of the other job, in one night; "read" says what the registry then holds. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("inbox")
    void takesFromTheInboxWhatTheSpecificationSays(DirtyCase spec) throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        Path written = bureau.folders().inbox().resolve("SEA-N-2024-Q1.xlsx");
        for (String file : spec.steps().all()) {
            String[] words = file.split(" holding FISH ");
            bureau.drop("SEA-N", "2024-Q1", "", words.length > 1 ? Map.of("FISH", words[1]) : Map.of());
            byte[] form = Files.readAllBytes(written);
            Files.delete(written);
            bureau.drop(words[0], form, Period.parse("2024-Q1"));
        }

        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT 'v' || version || ' ' || state || ' ' || file_name FROM submission ORDER BY version"))
                .containsExactlyElementsOf(spec.read());
    }

    private static void assertCase(DirtyCase spec, Sent sent, byte[] workbook) throws IOException {
        Submission clean = sent.read(sent.clean()).submission().orElse(null);
        Reading reading = sent.read(workbook);
        Decision decision = sent.judge(reading);

        Reports.assertRead(spec.read(), reading, clean);
        Reports.assertFindings(spec.findings(), decision);
        Reports.assertReadable(decision.findings());
        assertThat(decision.state().name())
                .as(Reports.show(decision.findings()))
                .isEqualTo(spec.decision());
    }

    @Test
    void everyRowOfTheListOfDirtyInputHasACase() {
        Set<String> rows = DirtyCase.all().stream()
                .map(DirtyCase::row)
                .filter(row -> row.startsWith("D"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 42)
                        .mapToObj("D%02d"::formatted)
                        .toList());
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
