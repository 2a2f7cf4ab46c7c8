package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Severity;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.sample.SampleForm;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import huibao.workbook.form.DataNature;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormRow;
import huibao.workbook.form.FormWorkbook;
import huibao.workbook.returned.ReturnContext;
import huibao.workbook.returned.ReturnedWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on a form for reference is never read as a figure. */
class KnowingFormReadTest {

    private static final Workbench JOB = new Workbench(JobFolder.ningbo());
    private static final Period MAY = Period.month(2023, 5);
    private static final Period JUNE = Period.month(2023, 6);

    private final Unit yinzhou = JOB.unit("鄞州区");

    @Test
    void figuresAreReadAsFromAFormWithoutThoseOfLastPeriod(@TempDir Path folder) throws IOException {
        assertSameFigures(JOB.read(Files.write(folder.resolve("june.xlsx"), june(folder, Locale.CHINESE))));
    }

    @Test
    void inEnglishToo(@TempDir Path folder) throws IOException {
        assertSameFigures(JOB.read(Files.write(folder.resolve("june.xlsx"), june(folder, Locale.ENGLISH))));
    }

    /** What is marked on her copy stands in the cells she filled in. */
    @Test
    void marksOfAReturnedCopyStandBesideLastPeriodsFigures(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("june.xlsx"), june(folder, Locale.CHINESE));
        Submission read = JOB.read(file).submission().orElseThrow();
        Observation row = read.observations().get(0);
        CellRef value = row.value().at().orElseThrow();
        Finding finding = new Finding(
                FindingKind.YTD_BELOW_PREVIOUS.name(),
                FindingKind.YTD_BELOW_PREVIOUS,
                Severity.VERIFY,
                Outcome.FAILED,
                false,
                Optional.of(row.item()),
                List.of(value),
                new TreeMap<>(Map.of("name", "某指标", "found", "1", "previous", "2")),
                "");
        Instant decided = Instant.parse("2023-07-05T01:00:00Z");
        SubmissionRecord returned = new SubmissionRecord(
                "330212-2023-06-v1",
                1,
                Optional.of(read.unit()),
                Optional.of(JUNE),
                Optional.of(read.form()),
                1,
                SubmissionState.RETURNED,
                "YTD_BELOW_PREVIOUS",
                read.file(),
                decided,
                decided,
                decided,
                "0".repeat(64),
                false);
        byte[] copy = new ReturnedWorkbook(JOB.catalogue(), Messages.in(Locale.CHINESE))
                .mark(file, returned, List.of(finding), ReturnContext.unknown());

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(copy))) {
            XSSFSheet sheet = workbook.getSheet("填报表");
            XSSFSheet review = workbook.getSheet("审核结果");
            float width = 0;
            for (int column = 0; column < 12; column++) {
                width += review.isColumnHidden(column) || column > 9 ? 0 : review.getColumnWidthInPixels(column);
            }
            assertThat(width).as("怎么办 and 核实说明 on a screen of 1366").isLessThanOrEqualTo(1290);
            CellAddress at = new CellAddress(value.cell());
            assertThat(at.getColumn()).isEqualTo(4);
            assertThat(sheet.getRow(at.getRow()).getCell(4).getCellComment()).isNotNull();
            assertThat(sheet.getRow(at.getRow()).getCell(5).getCellComment()).isNull();
            assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isPositive();
        }
        assertSameFigures(JOB.read(Files.write(folder.resolve("again.xlsx"), copy)));
    }

    @Test
    void aCellLeftBlankIsNotFilledFromTheOneBesideIt(@TempDir Path folder) throws IOException {
        FormContents blank = FormContents.blank().continuing(may(folder));
        Path file = Files.write(
                folder.resolve("blank.xlsx"),
                new FormWorkbook(JOB.catalogue(), Messages.in(Locale.CHINESE)).write(yinzhou, JUNE, blank));
        Submission read = JOB.read(file).submission().orElseThrow();
        assertThat(read.observations())
                .allMatch(row -> row.value().amount().known().isEmpty())
                .allMatch(row -> row.priorYear().amount().known().isEmpty())
                .allMatch(row -> row.forecast().amount().known().isEmpty());
    }

    @Test
    @Tag("libreoffice")
    void alsoWhenAnotherProgramHasSavedIt(@TempDir Path folder) throws Exception {
        LibreOffice.assumeInstalled();
        Path file = Files.write(folder.resolve("june.xlsx"), june(folder, Locale.CHINESE));
        for (String format : List.of("xlsx", "xls")) {
            Path copy = LibreOffice.convert(file, format, Files.createDirectory(folder.resolve(format)));
            assertSameFigures(JOB.read(copy, copy.getFileName().toString()));
        }
    }

    private void assertSameFigures(Reading reading) {
        assertThat(reading.findings())
                .extracting(Finding::kind)
                .doesNotContain(
                        FindingKind.COLUMN_AMBIGUOUS,
                        FindingKind.CAPTION_OF_ANOTHER_PERIOD,
                        FindingKind.COLUMN_MISSING);
        assertThat(reading.findings()).isEmpty();
        Submission read = reading.submission().orElseThrow();
        assertThat(read.period()).isEqualTo(JUNE);
        assertThat(read.unit()).isEqualTo(yinzhou.code());
        SampleForm typed = JOB.sample(yinzhou, JUNE);
        assertThat(read.observations()).hasSameSizeAs(typed.rows().keySet());
        for (Observation row : read.observations()) {
            SampleForm.Row expected = typed.rows().get(row.item());
            assertFigure(row.value().amount().known(), Optional.of(expected.value()));
            assertFigure(row.priorYear().amount().known(), expected.priorYear());
            assertFigure(row.forecast().amount().known(), expected.forecast());
        }
    }

    private static void assertFigure(Optional<BigDecimal> read, Optional<BigDecimal> typed) {
        assertThat(read.map(BigDecimal::stripTrailingZeros)).isEqualTo(typed.map(BigDecimal::stripTrailingZeros));
    }

    private Submission may(Path folder) throws IOException {
        return JOB.read(Files.write(folder.resolve("may.xlsx"), JOB.form(yinzhou, MAY)))
                .submission()
                .orElseThrow();
    }

    private byte[] june(Path folder, Locale language) throws IOException {
        Map<ItemCode, FormRow> rows = new LinkedHashMap<>();
        JOB.sample(yinzhou, JUNE)
                .rows()
                .forEach((item, row) ->
                        rows.put(item, new FormRow(Optional.of(row.value()), row.priorYear(), row.forecast(), "", "")));
        FormContents contents =
                new FormContents(rows, Map.of(), Workbench.SIGNATURES, "", DataNature.REAL).continuing(may(folder));
        return new FormWorkbook(JOB.catalogue(), Messages.in(language)).write(yinzhou, JUNE, contents);
    }
}
