package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.testing.JobFolder;
import huibao.testing.LibreOffice;
import huibao.workbook.returned.ReturnContext;
import huibao.workbook.returned.ReturnedWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marked workbook read again: its review explains, and is never read as data. */
class ReturnedReviewTest {

    private static final Period JUNE = Period.month(2023, 6);
    private static final String FIGURES = "填报表";
    private static final int EXPLANATION = 9;
    private static final int KEY = 10;
    private static final int FORM_EXPLANATION = 8;
    private static final String REASON = "甬江实验室一次性登记技术合同";
    private static final String OTHER = "区划调整后口径一致";

    private final Workbench bench = new Workbench(JobFolder.ningbo());
    private final Unit unit = bench.unit("鄞州区");

    @TempDir
    private Path folder;

    private interface Edit {
        void on(XSSFWorkbook workbook);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void readsWhatIsTypedBesideAFindingAndNothingElse(String language) throws IOException {
        Reading plain = bench.read(Files.write(folder.resolve("plain.xlsx"), bench.form(unit, JUNE)));
        Reading again = read(edit(returned(language), workbook -> {
            type(workbook, "T0204", REASON);
            type(workbook, "", OTHER);
        }));

        assertThat(again.findings()).isEqualTo(plain.findings());
        Observation row = row(again, "T0204");
        assertThat(row.explanation()).isEqualTo(REASON);
        assertThat(row.explanationAt().orElseThrow().sheet()).isIn("审核结果", "Review");
        assertThat(row.explanationAt().orElseThrow().cell()).startsWith("J");
        assertThat(again.submission().orElseThrow().header().generalExplanation())
                .isEqualTo(OTHER);
        assertThat(figures(again)).isEqualTo(figures(plain));
        assertThat(again.submission().orElseThrow().milestones())
                .isEqualTo(plain.submission().orElseThrow().milestones());
    }

    @Test
    void joinsBothPlacesAndKeepsTheFormsOwnFirst() throws IOException {
        Reading both = read(edit(returned("zh"), workbook -> {
            type(workbook, "T0204", OTHER);
            form(workbook, "T0204").getCell(FORM_EXPLANATION).setCellValue(REASON);
        }));
        assertThat(row(both, "T0204").explanation()).isEqualTo(REASON + "；" + OTHER);
        assertThat(row(both, "T0204").explanationAt())
                .hasValueSatisfying(at -> assertThat(at.sheet()).isEqualTo(FIGURES));

        Reading same = read(edit(returned("zh"), workbook -> {
            type(workbook, "T0204", REASON + "，已备案");
            form(workbook, "T0204").getCell(FORM_EXPLANATION).setCellValue(REASON);
        }));
        assertThat(row(same, "T0204").explanation()).isEqualTo(REASON + "，已备案");
    }

    @Test
    void anExplanationHandedBackUnchangedCountsUntilTheFormSaysSomethingElse() throws IOException {
        Reading first = read(edit(returned("zh"), workbook -> type(workbook, "T0204", REASON)));
        byte[] second = returned("zh", file("first.xlsx", edit(returned("zh"), w -> type(w, "T0204", REASON))), first);
        assertThat(row(read(second), "T0204").explanation()).isEqualTo(REASON);

        Reading onForm = read(edit(
                second,
                workbook -> form(workbook, "T0204").getCell(FORM_EXPLANATION).setCellValue(OTHER)));
        assertThat(row(onForm, "T0204").explanation()).isEqualTo(OTHER);
    }

    @Test
    void sortingDeletingAndRenamingDoNoHarm() throws IOException {
        byte[] sorted = edit(returned("zh"), workbook -> {
            type(workbook, "T0204", REASON);
            type(workbook, "", OTHER);
            reverse(workbook.getSheetAt(0));
            workbook.setSheetName(0, "意见");
            workbook.setSheetOrder("意见", 2);
        });
        assertThat(row(read(sorted), "T0204").explanation()).isEqualTo(REASON);
        assertThat(read(sorted).submission().orElseThrow().header().generalExplanation())
                .isEqualTo(OTHER);

        byte[] cut = edit(returned("zh"), workbook -> {
            type(workbook, "T0204", REASON);
            XSSFSheet review = workbook.getSheetAt(0);
            review.createFreezePane(0, 0);
            review.shiftRows(4, review.getLastRowNum(), -4);
        });
        assertThat(row(read(cut), "T0204").explanation())
                .as("without heading and hidden heads")
                .isEqualTo(REASON);

        byte[] without = edit(returned("zh"), workbook -> workbook.removeSheetAt(0));
        assertThat(row(read(without), "T0204").explanation()).isEmpty();
        assertThat(read(without).submission()).isPresent();
    }

    @Test
    void doesNotTakeExplanationsOfAnotherPeriodForThisOne() throws IOException {
        byte[] may = edit(returned("zh"), workbook -> {
            type(workbook, "T0204", REASON);
            for (Row row : workbook.getSheetAt(0)) {
                Optional.ofNullable(row.getCell(KEY))
                        .ifPresent(cell ->
                                cell.setCellValue(cell.getStringCellValue().replace("2023-06", "2023-05")));
            }
        });
        assertThat(row(read(may), "T0204").explanation()).isEmpty();
    }

    @Test
    void leavesASheetOfTheSameNameWithoutOurKeysAlone() throws IOException {
        byte[] own = edit(bench.form(unit, JUNE), workbook -> {
            Row row = workbook.createSheet("审核结果").createRow(0);
            row.createCell(0).setCellValue("指标名称");
            row.createCell(EXPLANATION).setCellValue(REASON);
        });
        assertThat(read(own).findings()).isEqualTo(read(bench.form(unit, JUNE)).findings());
        assertThat(row(read(own), "T0204").explanation()).isEmpty();
    }

    @Test
    void readsTheSendersNotesWithoutOurs() throws IOException {
        byte[] noted = edit(bench.form(unit, JUNE), workbook -> {
            Cell cell = form(workbook, "T0204").getCell(4);
            var note = workbook.getSheet(FIGURES)
                    .createDrawingPatriarch()
                    .createCellComment(workbook.getCreationHelper().createClientAnchor());
            note.setString("已与科技局核对");
            cell.setCellComment(note);
        });
        byte[] back = returned("zh", file("noted.xlsx", noted), read(noted));
        assertThat(row(read(back), "T0204").remark())
                .isEqualTo(row(read(noted), "T0204").remark())
                .contains("已与科技局核对");
        assertThat(read(back).findings()).isEqualTo(read(noted).findings());
    }

    @Test
    void anOldFormatComesBackAsAFilledFormThatCanBeSent() throws IOException {
        Path xls = file("sent.xls", asXls(bench.form(unit, JUNE)));
        Reading sent = bench.read(xls);
        assertThat(sent.submission()).isPresent();
        byte[] back = returned("zh", xls, sent);
        Reading again = read(edit(back, workbook -> type(workbook, "T0204", REASON)));

        assertThat(amounts(again)).isEqualTo(amounts(sent));
        assertThat(again.submission().orElseThrow().header().signatures())
                .isEqualTo(sent.submission().orElseThrow().header().signatures());
        assertThat(row(again, "T0204").explanation()).isEqualTo(REASON);
        assertThat(row(again, "T0204").remark()).isEqualTo(row(sent, "T0204").remark());
        assertThat(again.submission().orElseThrow().milestones())
                .hasSameSizeAs(sent.submission().orElseThrow().milestones());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
                    .contains("不是 .xlsx 文件", "直接报送本工作簿");
            assertThat(form(workbook, "T0204")
                            .getCell(4)
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("发现：");
        }
    }

    @Test
    void aWorkbookWithMacrosComesBackAsAFilledFormToo() throws IOException {
        Path xlsm = file("sent.xlsm", edit(bench.form(unit, JUNE), w -> w.setWorkbookType(XSSFWorkbookType.XLSM)));
        byte[] back = returned("zh", xlsm, bench.read(xlsm));
        assertThat(amounts(read(back))).isEqualTo(amounts(bench.read(xlsm)));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            assertThat(workbook.getWorkbookType()).isEqualTo(XSSFWorkbookType.XLSX);
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
                    .contains("原件不能标注", "直接报送本工作簿");
        }
    }

    @Test
    void whatIsNoFigureStandsInTheFilledFormAsItWasTyped() throws IOException {
        byte[] typed = edit(bench.form(unit, JUNE), workbook -> {
            form(workbook, "T0204").getCell(4).setCellValue("约400家");
            form(workbook, "T0202").getCell(4).setCellValue("=1+1");
        });
        Path xls = file("typed.xls", asXls(typed));
        Reading again = read(returned("zh", xls, bench.read(xls)));
        assertThat(row(again, "T0204").value().rawText()).isEqualTo("约400家");
        assertThat(row(again, "T0202").value().rawText()).isEqualTo("=1+1");
        assertThat(row(again, "T0202").value().conversions()).isEmpty();
        assertThat(again.findings()).extracting(Finding::kind).contains(FindingKind.APPROXIMATE);
    }

    @Test
    @Tag("libreoffice")
    void anotherProgramMaySaveItBetween() throws Exception {
        LibreOffice.assumeInstalled();
        byte[] typed = edit(returned("zh"), workbook -> type(workbook, "T0204", REASON));
        Reading before = read(typed);
        for (String format : List.of("xlsx", "xls")) {
            Path saved = LibreOffice.convert(
                    file("typed.xlsx", typed), format, Files.createDirectory(folder.resolve("lo-" + format)));
            Reading after = bench.read(saved);
            assertThat(amounts(after)).as(format).isEqualTo(amounts(before));
            assertThat(row(after, "T0204").explanation()).as(format).isEqualTo(REASON);
            assertThat(row(after, "T0204").remark())
                    .as(format)
                    .isEqualTo(row(before, "T0204").remark());
            assertThat(after.findings()).extracting(Finding::kind).doesNotContain(FindingKind.SEVERAL_FORMS);
        }
    }

    /** The form marked with a finding on an item, on the same item once more, on another, and on none. */
    private byte[] returned(String language) throws IOException {
        byte[] form = bench.form(unit, JUNE);
        return returned(language, file("form.xlsx", form), read(form));
    }

    private byte[] returned(String language, Path original, Reading reading) {
        Submission read = reading.submission().orElseThrow();
        List<Finding> findings = new ArrayList<>();
        for (FindingKind kind : List.of(FindingKind.YEAR_SWING, FindingKind.UNIT_SLIP)) {
            findings.add(finding(kind, read, "T0204"));
        }
        findings.add(finding(FindingKind.NOT_NEGATIVE, read, "T0202"));
        findings.add(Finding.ofReading(
                FindingKind.HEADER_INCOMPLETE,
                Optional.empty(),
                List.of(new CellRef(FIGURES, "A2")),
                Map.of("found", "报出日期")));
        return new ReturnedWorkbook(bench.catalogue(), Messages.in(Locale.forLanguageTag(language)))
                .mark(original, record(), findings, new ReturnContext(Optional.of(read), Optional.empty()));
    }

    private static Finding finding(FindingKind kind, Submission read, String item) {
        CellRef cell = read.observations().stream()
                .filter(row -> row.item().value().equals(item))
                .findFirst()
                .flatMap(row -> row.value().at())
                .orElseThrow();
        return Finding.ofReading(kind, Optional.of(new ItemCode(item)), List.of(cell), Map.of("found", "1"));
    }

    /** Types into the first row of the review that is about an item; about none for an empty code. */
    private static void type(XSSFWorkbook workbook, String item, String text) {
        XSSFSheet review = workbook.getSheetAt(0);
        StreamSupport.stream(review.spliterator(), false)
                .filter(row -> Optional.ofNullable(row.getCell(KEY))
                        .filter(cell -> cell.getStringCellValue().matches("HUIBAO:[^|]*\\|[^|]*\\|" + item + "\\|.*"))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .getCell(EXPLANATION)
                .setCellValue(text);
    }

    private static Row form(XSSFWorkbook workbook, String item) {
        return StreamSupport.stream(workbook.getSheet(FIGURES).spliterator(), false)
                .filter(row -> Optional.ofNullable(row.getCell(2))
                        .filter(cell -> cell.getCellType() == CellType.STRING)
                        .filter(cell -> cell.getStringCellValue().equals(item))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** As sorting the list downwards leaves it. */
    private static void reverse(Sheet review) {
        List<Row> rows = StreamSupport.stream(review.spliterator(), false)
                .filter(row -> Optional.ofNullable(row.getCell(KEY))
                        .filter(cell -> cell.getStringCellValue().startsWith("HUIBAO:"))
                        .isPresent())
                .toList();
        List<List<String>> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(List.of(
                row.getCell(EXPLANATION).getStringCellValue(), row.getCell(KEY).getStringCellValue())));
        Collections.reverse(texts);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).getCell(EXPLANATION).setCellValue(texts.get(i).get(0));
            rows.get(i).getCell(KEY).setCellValue(texts.get(i).get(1));
        }
    }

    private static Observation row(Reading reading, String item) {
        return reading.submission().orElseThrow(() -> new AssertionError(reading.findings())).observations().stream()
                .filter(row -> row.item().value().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Object>> figures(Reading reading) {
        return reading.submission().orElseThrow().observations().stream()
                .map(row -> List.<Object>of(
                        row.item(), row.value(), row.priorYear(), row.growth(), row.forecast(), row.remark()))
                .toList();
    }

    private static List<List<Object>> amounts(Reading reading) {
        return reading.submission().orElseThrow().observations().stream()
                .map(row -> List.<Object>of(
                        row.item(),
                        row.value().amount(),
                        row.priorYear().amount(),
                        row.forecast().amount()))
                .toList();
    }

    private Reading read(byte[] workbook) throws IOException {
        return bench.read(file("read.xlsx", workbook));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] edit(byte[] bytes, Edit edit) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.on(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** The cells of a workbook in the old format. */
    private static byte[] asXls(byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                HSSFWorkbook old = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Sheet sheet : workbook) {
                Sheet copy = old.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        Cell target = Optional.ofNullable(copy.getRow(row.getRowNum()))
                                .orElseGet(() -> copy.createRow(row.getRowNum()))
                                .createCell(cell.getColumnIndex());
                        if (cell.getCellType() == CellType.NUMERIC) {
                            target.setCellValue(cell.getNumericCellValue());
                        } else if (cell.getCellType() == CellType.STRING) {
                            target.setCellValue(cell.getStringCellValue());
                        }
                    }
                }
            }
            old.write(out);
            return out.toByteArray();
        }
    }

    private SubmissionRecord record() {
        return new SubmissionRecord(
                "330212-2023-06-v1",
                1,
                Optional.of(unit.code()),
                Optional.of(JUNE),
                Optional.of(bench.catalogue().settings().form().code()),
                1,
                SubmissionState.RETURNED,
                "NOT_NEGATIVE",
                new SourceFile("鄞州.xlsx", "0".repeat(64), 10),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T02:00:00Z"),
                "0".repeat(64),
                false);
    }
}
