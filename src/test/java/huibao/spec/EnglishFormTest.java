package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in English says and brings the same as the one in Chinese. */
class EnglishFormTest {

    private static final Workbench NINGBO = new Workbench(JobFolder.ningbo());
    private static final Workbench SEASIDE = new Workbench(JobFolder.seaside());
    private static final Period JUNE = Period.month(2023, 6);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"鄞州区", "前湾新区", "宁波市"})
    void isReadAsTheChineseOne(String name) throws IOException {
        Unit unit = NINGBO.unit(name);
        assertSame(NINGBO, NINGBO.formInEnglish(unit, JUNE), NINGBO.form(unit, JUNE));
    }

    @Test
    void isReadWhereTheJobHasNoEnglishNames() throws IOException {
        Unit unit = SEASIDE.catalogue().units().get(0);
        Period quarter = Period.parse("2024-Q2");
        assertSame(SEASIDE, SEASIDE.formInEnglish(unit, quarter), SEASIDE.form(unit, quarter));
    }

    @Test
    void isReadWithoutItsHiddenNamesAndCodes() throws IOException {
        Unit unit = NINGBO.unit("鄞州区");
        Path english = write(NINGBO.formInEnglish(unit, JUNE));
        try (XSSFWorkbook workbook = new XSSFWorkbook(english.toString());
                OutputStream out = Files.newOutputStream(folder.resolve("retyped.xlsx"))) {
            List.copyOf(workbook.getAllNames()).stream()
                    .filter(name -> name.getNameName().startsWith("HUIBAO"))
                    .forEach(workbook::removeName);
            workbook.getSheet("Figures")
                    .forEach(row -> Optional.ofNullable(row.getCell(2))
                            .filter(cell -> cell.toString().startsWith("T"))
                            .ifPresent(row::removeCell));
            workbook.write(out);
        }
        Reading reading = NINGBO.read(folder.resolve("retyped.xlsx"));
        assertThat(reading.findings()).isEmpty();
        assertThat(figures(submission(reading)))
                .isEqualTo(figures(submission(NINGBO.read(write(NINGBO.form(unit, JUNE))))));
    }

    @Test
    @Tag("libreoffice")
    void isReadAsLibreOfficeSavesIt() throws IOException, InterruptedException {
        Unit unit = NINGBO.unit("鄞州区");
        Path english = write(NINGBO.formInEnglish(unit, JUNE));
        for (String format : List.of("xlsx", "xls")) {
            Path saved = LibreOffice.convert(english, format, Files.createDirectories(folder.resolve(format)));
            assertThat(figures(submission(NINGBO.read(saved))))
                    .as(format)
                    .isEqualTo(figures(submission(NINGBO.read(write(NINGBO.form(unit, JUNE))))));
        }
    }

    @Test
    void showsNoChineseButWhatTheJobItselfNames() throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(NINGBO.formInEnglish(NINGBO.unit("鄞州区"), JUNE)))) {
            XSSFSheet figures = workbook.getSheet("Figures");
            List<String> own =
                    List.of("政府工作报告", "宁波市统计局", "（样例", "甬报", "甲", "乙", "丙", "二(", "三", "示例", "合成样例", "2023年7月3日");
            figures.forEach(row -> row.forEach(cell -> {
                String text = cell.toString();
                if (own.stream().noneMatch(text::contains)) {
                    assertThat(text).doesNotContainPattern("[\\u4e00-\\u9fff]");
                }
            }));
        }
    }

    private void assertSame(Workbench job, byte[] english, byte[] chinese) throws IOException {
        Reading one = job.read(write(english));
        Reading other = job.read(write(chinese));
        assertThat(one.findings()).isEmpty();
        assertThat(other.findings()).isEmpty();
        Submission read = submission(one);
        Submission expected = submission(other);
        assertThat(read.unit()).isEqualTo(expected.unit());
        assertThat(read.period()).isEqualTo(expected.period());
        assertThat(figures(read)).isEqualTo(figures(expected));
        assertThat(tasks(read)).isEqualTo(tasks(expected));
        assertThat(read.header().signatures()).isEqualTo(expected.header().signatures());
        assertThat(read.header().synthetic()).isTrue();
    }

    private static List<String> figures(Submission submission) {
        return submission.observations().stream().map(EnglishFormTest::figures).toList();
    }

    private static String figures(Observation row) {
        return row.item()
                + Stream.of(row.value(), row.priorYear(), row.forecast(), row.assigned())
                        .map(figure -> " " + figure.amount())
                        .reduce("", String::concat);
    }

    private static List<String> tasks(Submission submission) {
        return submission.milestones().stream()
                .map(task -> task.milestone() + " " + task.state() + " " + task.date() + " " + task.evidence())
                .toList();
    }

    private Path write(byte[] form) throws IOException {
        return Files.write(Files.createTempFile(folder, "form", ".xlsx"), form);
    }

    private static Submission submission(Reading reading) {
        return reading.submission().orElseThrow(() -> new AssertionError(reading.findings()));
    }
}
