package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Decision;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.model.UnitKind;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything a district may send, case by case, written by three writers and read through the real reader and
 * the real rules. The cases are data: {@code src/test/resources/huibao/spec/dirty.csv}.
 */
@Tag("long")
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

    /** One unit's files of a quarter in the inbox of the other job; "read" says what the registry then holds. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("inbox")
    void takesFromTheInboxWhatTheSpecificationSays(DirtyCase spec) throws Exception {
        Nights nights = new Nights(folder);

        nights.live(spec.steps().all());

        assertThat(nights.registered()).containsExactlyElementsOf(spec.read());
        assertThat(nights.findings()).containsExactlyElementsOf(spec.findings());
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
        List<String> rows = Stream.concat(
                        Stream.of("A2", "B1", "B2", "B3", "B4"),
                        IntStream.rangeClosed(1, 42).mapToObj("D%02d"::formatted))
                .toList();

        assertThat(DirtyCase.all().stream().map(DirtyCase::row).distinct().sorted())
                .containsExactlyElementsOf(
                        Stream.concat(rows.stream(), Stream.of("F")).toList());
    }

    /** Every district by its full and short name and by its code, every zone by its name. */
    @Test
    void everyUnitOfTheJobHasACaseForEachOfItsNames() {
        Set<String> read = DirtyCase.all().stream()
                .filter(one -> one.row().equals("B2") || one.row().equals("B3"))
                .filter(one -> one.read().stream().anyMatch(statement -> statement.startsWith("unit = ")))
                .map(one -> one.steps().all().get(one.steps().all().size() - 1).replace("@填报单位 := ", "") + " is "
                        + one.read().get(0).substring("unit = ".length()))
                .collect(Collectors.toSet());

        assertThat(read)
                .containsAll(new Workbench(JobFolder.ningbo())
                        .catalogue().units().stream()
                                .filter(unit -> unit.kind() != UnitKind.CITY)
                                .flatMap(unit -> Stream.of(
                                                unit.nameZh(),
                                                unit.shortZh(),
                                                unit.code().value())
                                        .map(name -> name + " is " + unit.code()))
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
