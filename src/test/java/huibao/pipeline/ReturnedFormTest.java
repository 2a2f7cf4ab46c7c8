package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Period;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import huibao.testing.Trees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form goes back marked, is mended or explained in the marked workbook itself, and is sent again. */
class ReturnedFormTest {

    private static final String UNIT = "SEA-N";
    private static final String PERIOD = "2024-Q2";
    private static final Period Q2 = Period.parse(PERIOD);
    private static final int EXPLANATION = 9;
    private static final int KEY = 10;
    private static final String REASON = "二季度远洋船队集中返港卸货，捕捞量按交割口径计入";

    @TempDir
    private Path folder;

    private Bureau bureau;

    /** What a person does with the marked workbook. */
    private interface Edit {
        void on(XSSFWorkbook workbook);
    }

    @BeforeEach
    void oneQuarterAccepted() throws IOException {
        bureau = new Bureau(JobFolder.SEASIDE, folder.resolve("bureau"));
        bureau.drop(UNIT, "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
    }

    @Test
    void takesExplanationsTypedIntoTheReview() throws IOException {
        sendSuspicious();
        resend("v1", workbook -> explain(workbook, REASON));
        bureau.run(PERIOD, "2024-07-09T00:00:00Z");

        assertThat(bureau.states(UNIT, PERIOD)).last().isEqualTo("v2 ACCEPTED CLEAN");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT DISTINCT explanation FROM observation WHERE submission_id = 'SEA-N-2024-Q2-v2'"
                                + " AND item = 'FISH'"))
                .containsExactly(REASON);
    }

    @Test
    void takesACorrectionMadeInTheMarkedWorkbook() throws IOException {
        bureau.drop(UNIT, PERIOD, "", Map.of("FISH", "-3"));
        bureau.run(PERIOD, "2024-07-08T00:00:00Z");
        assertThat(bureau.states(UNIT, PERIOD)).containsExactly("v1 RETURNED NOT_NEGATIVE");

        String right = bureau.figuresOf(UNIT, PERIOD).get("FISH");
        resend("v1", workbook -> value(workbook).setCellValue(Double.parseDouble(right)));
        bureau.run(PERIOD, "2024-07-09T00:00:00Z");

        assertThat(bureau.states(UNIT, PERIOD)).last().isEqualTo("v2 ACCEPTED CLEAN");
        assertThat(bureau.attainment("FISH-CAP", UNIT, PERIOD, "obs_value"))
                .isEqualTo(new BigDecimal(right).stripTrailingZeros().toPlainString());
    }

    @Test
    void findsTheSameInAWorkbookSentBackAsItIsAndMarksNothingTwice() throws IOException {
        sendSuspicious();
        bureau.drop(returned("v1").getFileName().toString(), Files.readAllBytes(returned("v1")), Q2);
        bureau.run(PERIOD, "2024-07-09T00:00:00Z");

        assertThat(bureau.states(UNIT, PERIOD))
                .containsExactly("v1 RETURNED YTD_BELOW_PREVIOUS", "v2 RETURNED YTD_BELOW_PREVIOUS");
        assertThat(findings("v2")).isEqualTo(findings("v1")).isNotEmpty();
        assertThat(look("v2")).isEqualTo(look("v1"));
    }

    @Test
    void handsBackWhatWasExplainedWhileSomethingElseIsStillWrong() throws IOException {
        bureau.drop(UNIT, PERIOD, "", Map.of("FISH", "*0.1", "BEDS", "-5"));
        bureau.run(PERIOD, "2024-07-08T00:00:00Z");
        resend("v1", workbook -> explain(workbook, REASON));
        bureau.run(PERIOD, "2024-07-09T00:00:00Z");

        assertThat(bureau.states(UNIT, PERIOD)).last().isEqualTo("v2 RETURNED NOT_NEGATIVE");
        try (XSSFWorkbook workbook = open(Files.readAllBytes(returned("v2")))) {
            assertThat(row(workbook).getCell(EXPLANATION).getStringCellValue()).isEqualTo(REASON);
        }
    }

    @Test
    void showsWhatWasReportedLastPeriod() throws IOException {
        sendSuspicious();
        try (XSSFWorkbook workbook = open(Files.readAllBytes(returned("v1")))) {
            assertThat(Double.toString(row(workbook).getCell(7).getNumericCellValue()))
                    .isEqualTo(bureau.attainment("FISH-CAP", UNIT, "2024-Q1", "obs_value"));
        }
    }

    @Test
    @Tag("libreoffice")
    void takesAWorkbookThatAnotherProgramSaved() throws Exception {
        LibreOffice.assumeInstalled();
        sendSuspicious();
        Path saved = LibreOffice.convert(returned("v1"), "xlsx", Files.createDirectory(folder.resolve("lo")));
        bureau.drop("330-北岸.xlsx", Files.readAllBytes(saved), Q2);
        bureau.run(PERIOD, "2024-07-09T00:00:00Z");
        assertThat(findings("v2")).isEqualTo(findings("v1")).isNotEmpty();
        assertThat(look("v2").lines().filter(line -> line.contains("Huibao")))
                .isEqualTo(look("v1")
                        .lines()
                        .filter(line -> line.contains("Huibao"))
                        .toList());

        resend("v2", workbook -> explain(workbook, REASON));
        Path explained = LibreOffice.convert(
                bureau.folders().inbox().resolve(returned("v2").getFileName()),
                "xlsx",
                Files.createDirectory(folder.resolve("lo2")));
        bureau.drop(returned("v2").getFileName().toString(), Files.readAllBytes(explained), Q2);
        bureau.run(PERIOD, "2024-07-10T00:00:00Z");
        assertThat(bureau.states(UNIT, PERIOD)).last().isEqualTo("v3 ACCEPTED CLEAN");
    }

    private void sendSuspicious() throws IOException {
        bureau.drop(UNIT, PERIOD, "", Map.of("FISH", "*0.1"));
        bureau.run(PERIOD, "2024-07-08T00:00:00Z");
        assertThat(bureau.states(UNIT, PERIOD)).containsExactly("v1 RETURNED YTD_BELOW_PREVIOUS");
    }

    private List<String> findings(String version) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT rule || severity || outcome || coalesce(item, '')"
                        + " || (SELECT group_concat(sheet || '!' || cell, ' ' ORDER BY cell_no) FROM finding_cell"
                        + " WHERE (submission_id, finding_no) = (finding.submission_id, finding.finding_no))"
                        + " || (SELECT group_concat(name || '=' || value, ' ' ORDER BY name) FROM finding_parameter"
                        + " WHERE (submission_id, finding_no) = (finding.submission_id, finding.finding_no)) FROM finding"
                        + " WHERE submission_id = 'SEA-N-2024-Q2-" + version + "' ORDER BY finding_no");
    }

    /** Every cell of every sheet with its fill and note; the decision's version is no part of it. */
    private String look(String version) throws IOException {
        StringBuilder look = new StringBuilder();
        try (XSSFWorkbook workbook = open(Files.readAllBytes(returned(version)))) {
            workbook.forEach(sheet -> {
                look.append(sheet.getSheetName()).append('\n');
                sheet.forEach(row -> row.forEach(cell -> look.append(look((XSSFCell) cell))));
            });
        }
        return look.toString();
    }

    private static String look(XSSFCell cell) {
        String note = Optional.ofNullable(cell.getCellComment())
                .map(found -> found.getString().getString())
                .orElse("");
        XSSFCellStyle style = cell.getCellStyle();
        String fill = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                ? style.getFillForegroundXSSFColor().getARGBHex()
                : "";
        return cell.getReference() + " " + cell + " " + style.getDataFormatString() + " " + fill + " " + note + "\n";
    }

    private static Row row(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                .filter(row -> Optional.ofNullable(row.getCell(KEY))
                        .filter(cell -> cell.getStringCellValue().contains("|FISH|"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Cell value(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.getSheet("填报表").spliterator(), false)
                .filter(row -> Optional.ofNullable(row.getCell(2))
                        .filter(cell -> cell.toString().equals("FISH"))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .getCell(4);
    }

    private static void explain(XSSFWorkbook workbook, String reason) {
        row(workbook).getCell(EXPLANATION).setCellValue(reason);
    }

    private void resend(String version, Edit edit) throws IOException {
        Path file = returned(version);
        try (XSSFWorkbook workbook = open(Files.readAllBytes(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.on(workbook);
            workbook.write(out);
            bureau.drop(file.getFileName().toString(), out.toByteArray(), Q2);
        }
    }

    private Path returned(String version) {
        return bureau.folders().returns(Q2).resolve("SEA-N-北岸-" + version + ".xlsx");
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
