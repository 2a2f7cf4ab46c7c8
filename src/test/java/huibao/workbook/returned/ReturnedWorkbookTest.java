package huibao.workbook.returned;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Severity;
import huibao.model.SourceFile;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.testing.LibreOffice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnedWorkbookTest {

    private static final String RED = "FFF8CBAE";

    private final Catalogue catalogue = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
    private final ReturnedWorkbook returned = new ReturnedWorkbook(catalogue, Messages.in(Locale.CHINESE));

    @TempDir
    private Path folder;

    @Test
    void keepsTheSendersWorkbookAndPutsTheReviewFirst() throws IOException {
        try (XSSFWorkbook workbook = open(mark(original(), record(), findings()))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("审核结果");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(workbook.getSheetAt(0).getProtect()).isFalse();
            XSSFSheet sheet = workbook.getSheet("我的'表 1");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getColumnWidth(1)).isEqualTo(7777);
            assertThat(cell(sheet, 1, 2).getCellFormula()).isEqualTo("B2*2");
            assertThat(sheet.getRepeatingRows().getLastRow()).isZero();
            assertThat(workbook.getSheetAt(0).getRepeatingRows().getFirstRow()).isEqualTo(4);
            assertThat(workbook.getSheet("备查")).isNotNull();
        }
    }

    @Test
    void coloursACellByTheGravestFindingAndKeepsItsFormat() throws IOException {
        try (XSSFWorkbook workbook = open(mark(original(), record(), findings()))) {
            XSSFSheet sheet = workbook.getSheet("我的'表 1");
            assertThat(cell(sheet, 1, 1)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo(RED);
            assertThat(cell(sheet, 1, 1).getCellStyle().getDataFormatString()).isEqualTo("0.00");
            assertThat(cell(sheet, 1, 1).getNumericCellValue()).isEqualTo(12.5);
            assertThat(cell(sheet, 1, 2).getCellStyle().getFillForegroundColorColor())
                    .isNull();
        }
    }

    @Test
    void appendsToANoteThatIsThereAndCreatesCellsThatAreNot() throws IOException {
        try (XSSFWorkbook workbook = open(mark(original(), record(), findings()))) {
            XSSFSheet sheet = workbook.getSheet("我的'表 1");
            assertThat(cell(sheet, 1, 1).getCellComment().getString().getString())
                    .startsWith("此数待核实")
                    .contains("发现：", "应为：", "处理：");
            assertThat(cell(sheet, 8, 3).getCellComment().getString().getString())
                    .contains("核实性");
        }
    }

    @Test
    void listsEachFailedFindingOnceWithALinkToItsFirstCell() throws IOException {
        try (XSSFWorkbook workbook = open(mark(original(), record(), findings()))) {
            XSSFSheet review = workbook.getSheetAt(0);
            assertThat(review.getLastRowNum()).isEqualTo(7);
            assertThat(review.getRow(0).getCell(0).getStringCellValue()).isEqualTo("鄞州区 2023年1—6月 审核结果");
            assertThat(review.getRow(1).getCell(0).getStringCellValue()).isEqualTo("结论：退回    强制性 1 条，核实性 1 条，提示性 1 条");
            Row first = review.getRow(5);
            assertThat(first.getCell(1).getStringCellValue()).isEqualTo("强制性");
            assertThat(first.getCell(2).getStringCellValue()).isEqualTo("我的'表 1!B2、B1");
            assertThat(first.getCell(0).getHyperlink().getAddress()).isEqualTo("'我的''表 1'!B2");
            assertThat(first.getCell(3).getStringCellValue()).isEqualTo("引进内资（T0301）");
            assertThat(first.getCell(5).getCellType()).isEqualTo(CellType.STRING);
            assertThat(review.getRow(7).getCell(1).getStringCellValue()).isEqualTo("提示性\n（试行）");
            assertThat(review.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:K8");
        }
    }

    @Test
    void replacesItsOwnReviewWhenAReturnedWorkbookComesBack() throws IOException {
        Path again = Files.write(folder.resolve("again.xlsx"), mark(original(), record(), findings()));
        try (XSSFWorkbook workbook = open(mark(again, record(), List.of()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("审核结果");
            assertThat(workbook.getSheet("我的'表 1").getRepeatingRows().getLastRow())
                    .isZero();
        }
    }

    @Test
    void writesAListOfItsOwnForAnOldFormatAndForWhatCannotBeOpened() throws IOException {
        Path xls = folder.resolve("old.xls");
        try (Workbook old = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            old.createSheet("填报表");
            old.write(out);
        }
        assertListOnly(mark(xls, record(), findings()), "原件不是 .xlsx 文件");
        Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        assertListOnly(mark(broken, record(), findings()), "未能在原件上标注，");
    }

    @Test
    void doesNotUnpackAFileThatWouldFillTheMemory() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        Path file = Files.write(folder.resolve("bomb.xlsx"), bomb.toByteArray());
        assertListOnly(mark(file, record(), findings()), "未能在原件上标注，");
    }

    @Test
    void namesTheFileWhenItWasRejected() throws IOException {
        Path file = Files.write(folder.resolve("x.xlsx"), "text".getBytes(StandardCharsets.UTF_8));
        SubmissionRecord rejected = record(SubmissionState.REJECTED);
        try (XSSFWorkbook workbook = open(mark(file, rejected, List.of()))) {
            XSSFSheet review = workbook.getSheetAt(0);
            assertThat(review.getRow(0).getCell(0).getStringCellValue()).isEqualTo("审核结果：鄞州.xlsx");
        }
    }

    @Test
    void sameInputGivesTheSameBytes() throws IOException {
        Path file = original();
        assertThat(mark(file, record(), findings())).isEqualTo(mark(file, record(), findings()));
    }

    @Test
    @Tag("libreoffice")
    void opensInAnotherProgramWithColoursAndNotes() throws Exception {
        LibreOffice.assumeInstalled();
        Path file = Files.write(folder.resolve("returned.xlsx"), mark(original(), record(), findings()));
        Path copy = LibreOffice.convert(file, "xlsx", Files.createDirectory(folder.resolve("copy")));
        try (XSSFWorkbook workbook = open(Files.readAllBytes(copy))) {
            XSSFSheet sheet = workbook.getSheet("我的'表 1");
            assertThat(cell(sheet, 1, 1)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo(RED);
            assertThat(cell(sheet, 1, 1).getCellComment().getString().getString())
                    .startsWith("此数待核实");
        }
    }

    @Test
    void marksNeighbouringCellsInWhateverOrderTheyAreFound() throws IOException {
        Path file = original();
        for (List<String> order : List.of(
                List.of("G13", "E13", "F13", "G12", "G14"),
                List.of("E13", "F13", "G13", "G14", "G12"),
                List.of("G14", "G13", "F13", "G12", "E13"))) {
            try (XSSFWorkbook workbook = open(mark(file, record(), at(order)))) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
                assertThat(commented(workbook))
                        .contains("B2")
                        .containsAll(order)
                        .hasSize(6);
            }
        }
    }

    @Test
    void marksCellsOnEitherSideOfTheSendersOwnNotes() throws IOException {
        try (XSSFWorkbook workbook = open(mark(original(), record(), at(List.of("A2", "C2", "B1", "B3"))))) {
            XSSFSheet sheet = workbook.getSheet("我的'表 1");
            assertThat(commented(workbook)).containsExactlyInAnyOrder("A2", "B1", "B2", "B3", "C2");
            assertThat(cell(sheet, 1, 1).getCellComment().getString().getString())
                    .isEqualTo("此数待核实");
            assertThat(cell(sheet, 1, 0).getCellComment().getString().getString())
                    .startsWith("▼ Huibao\n强制性");
            XSSFClientAnchor box =
                    (XSSFClientAnchor) cell(sheet, 1, 0).getCellComment().getClientAnchor();
            assertThat((int) box.getCol2()).isGreaterThan(1);
        }
    }

    @Test
    void marksTheOtherCellsWhenOneCannotBeMarked() throws IOException {
        try (XSSFWorkbook workbook = open(mark(original(), record(), at(List.of("无此格", "C2"))))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            assertThat(commented(workbook)).containsExactlyInAnyOrder("B2", "C2");
            assertThat(workbook.getSheetAt(0).getRow(5).getCell(2).getStringCellValue())
                    .contains("无此格");
        }
    }

    @Test
    void saysInAFreshWorkbookWhoseFileItIsAndWhatToDo() throws IOException {
        Path file = Files.write(folder.resolve("x.xlsx"), "text".getBytes(StandardCharsets.UTF_8));
        try (XSSFWorkbook workbook = open(mark(file, record(SubmissionState.REJECTED), findings()))) {
            assertThat(head(workbook))
                    .anyMatch(line -> line.contains("文件：鄞州.xlsx") && line.contains("填报单位：未识别"))
                    .anyMatch(line -> line.startsWith("退件原因：不是数"))
                    .anyMatch(line -> line.contains("重新填报"));
        }
        try (XSSFWorkbook workbook = open(mark(file, record(), findings()))) {
            assertThat(head(workbook))
                    .anyMatch(line -> line.contains("文件：鄞州.xlsx") && line.contains("填报单位：鄞州区"))
                    .anyMatch(line -> line.contains("另存为 .xlsx"));
        }
    }

    private static List<String> head(XSSFWorkbook workbook) {
        XSSFSheet review = workbook.getSheetAt(0);
        return IntStream.rangeClosed(0, review.getRepeatingRows().getFirstRow() - 1)
                .filter(row -> review.getRow(row).getCell(0) != null)
                .mapToObj(row -> review.getRow(row).getCell(0).getStringCellValue())
                .toList();
    }

    private static List<Finding> at(List<String> cells) {
        return cells.stream()
                .map(cell -> finding(
                        FindingKind.NUMBER,
                        Severity.MANDATORY,
                        Outcome.FAILED,
                        false,
                        List.of(new CellRef("我的'表 1", cell))))
                .toList();
    }

    private static List<String> commented(XSSFWorkbook workbook) {
        return workbook.getSheet("我的'表 1").getCellComments().keySet().stream()
                .map(CellAddress::formatAsString)
                .toList();
    }

    private void assertListOnly(byte[] bytes, String reason) throws IOException {
        try (XSSFWorkbook workbook = open(bytes)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            XSSFSheet review = workbook.getSheetAt(0);
            assertThat(head(workbook)).anyMatch(line -> line.contains(reason));
            assertThat(review.getLastRowNum())
                    .isEqualTo(review.getRepeatingRows().getFirstRow() + 3);
        }
    }

    private byte[] mark(Path original, SubmissionRecord submission, List<Finding> findings) {
        return returned.mark(original, submission, findings, ReturnContext.unknown());
    }

    private Path original() throws IOException {
        Path file = folder.resolve("original.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("我的'表 1");
            sheet.createRow(0).createCell(1).setCellValue("标题");
            Row row = sheet.createRow(1);
            row.createCell(1).setCellValue(12.5);
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            row.getCell(1).setCellStyle(style);
            row.createCell(2).setCellFormula("B2*2");
            XSSFComment comment =
                    sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 2, 1, 4, 4));
            comment.setString(new XSSFRichTextString("此数待核实"));
            row.getCell(1).setCellComment(comment);
            sheet.setColumnWidth(1, 7777);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            sheet.protectSheet("secret");
            workbook.createSheet("备查").createRow(0).createCell(0).setCellValue("旧数");
            workbook.write(out);
        }
        return file;
    }

    private static List<Finding> findings() {
        CellRef b2 = new CellRef("我的'表 1", "B2");
        return List.of(
                finding(
                        FindingKind.NUMBER,
                        Severity.MANDATORY,
                        Outcome.FAILED,
                        false,
                        List.of(b2, new CellRef("我的'表 1", "B1"))),
                finding(
                        FindingKind.UNIT_SLIP,
                        Severity.VERIFY,
                        Outcome.FAILED,
                        false,
                        List.of(new CellRef("我的'表 1", "D9"), b2)),
                finding(
                        FindingKind.SAME_AS_PREVIOUS,
                        Severity.NOTICE,
                        Outcome.FAILED,
                        true,
                        List.of(new CellRef("没有的表", "A1"))),
                finding(FindingKind.RANGE, Severity.MANDATORY, Outcome.BROKEN, false, List.of(b2)),
                finding(FindingKind.BALANCE, Severity.MANDATORY, Outcome.NOT_JUDGED, false, List.of(b2)));
    }

    private static Finding finding(
            FindingKind kind, Severity severity, Outcome outcome, boolean trial, List<CellRef> cells) {
        return new Finding(
                kind.name(),
                kind,
                severity,
                outcome,
                trial,
                Optional.of(new ItemCode("T0301")),
                cells,
                new TreeMap<>(Map.of("found", "=1+1")),
                "");
    }

    private static SubmissionRecord record() {
        return record(SubmissionState.RETURNED);
    }

    private static SubmissionRecord record(SubmissionState state) {
        boolean known = state != SubmissionState.REJECTED;
        return new SubmissionRecord(
                "330212-2023-06-v1",
                1,
                known ? Optional.of(new UnitCode("330212")) : Optional.empty(),
                known ? Optional.of(Period.month(2023, 6)) : Optional.empty(),
                Optional.of("甬报2023-1表"),
                1,
                state,
                "NUMBER",
                new SourceFile("鄞州.xlsx", "0".repeat(64), 10),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T02:00:00Z"),
                "0".repeat(64),
                false);
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column);
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
