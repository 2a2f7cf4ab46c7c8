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
import huibao.workbook.FormStyles;
import huibao.workbook.KeptParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sender's own workbook comes back with everything of hers kept, and once more without what we had put in. */
class ReturnedOriginalTest {

    private static final String SHEET = "我的 '表'!#1😀";
    private static final List<String> MARKED = List.of("B2", "C2", "B3", "D9");
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Catalogue catalogue = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
    private final ReturnedWorkbook returned = new ReturnedWorkbook(catalogue, Messages.in(Locale.CHINESE));

    @TempDir
    private Path folder;

    @Test
    void keepsEveryPartOfARichWorkbook() throws IOException {
        byte[] original = rich();
        assertThat(KeptParts.lost(original, mark(original, MARKED), marked())).isEmpty();
    }

    @Test
    void keepsWhatWpsPutsIntoAWorkbook() throws IOException {
        byte[] original = likeWps(rich());
        byte[] back = mark(original, MARKED);
        assertThat(KeptParts.lost(original, back, marked())).isEmpty();
        assertThat(KeptParts.parts(back)).containsKeys("xl/cellimages.xml", "docProps/custom.xml");
    }

    @Test
    @Tag("libreoffice")
    void keepsEveryPartOfAWorkbookOfLibreOffice() throws Exception {
        LibreOffice.assumeInstalled();
        Path rich = Files.write(folder.resolve("rich.xlsx"), rich());
        byte[] original =
                Files.readAllBytes(LibreOffice.convert(rich, "xlsx", Files.createDirectory(folder.resolve("lo"))));
        assertThat(KeptParts.lost(original, mark(original, MARKED), marked())).isEmpty();
    }

    @Test
    void aSecondReturnTakesTheFirstOneOutAgain() throws IOException {
        byte[] original = rich();
        byte[] first = mark(original, MARKED);
        byte[] cleared = mark(first, List.of());
        assertThat(KeptParts.lost(original, cleared, Set.of())).isEmpty();
        try (XSSFWorkbook workbook = open(cleared);
                XSSFWorkbook before = open(original)) {
            assertThat(notes(workbook)).isEqualTo(notes(before));
            assertThat(note(workbook, "B2").getCTComment().getText().xmlText())
                    .isEqualTo(note(before, "B2").getCTComment().getText().xmlText());
        }
    }

    @Test
    void anUnchangedWorkbookComesBackWithTheSameMarksAndNoneTwice() throws IOException {
        byte[] first = mark(rich(), MARKED);
        byte[] second = mark(first, MARKED);
        assertThat(look(second)).isEqualTo(look(first));
        assertThat(KeptParts.lost(rich(), second, marked())).isEmpty();
        byte[] third = mark(second, MARKED);
        assertThat(KeptParts.parts(third).keySet())
                .isEqualTo(KeptParts.parts(second).keySet());
    }

    @Test
    @Tag("libreoffice")
    void givesTheFormerLookBackAfterAnotherProgramSavedTheMarkedWorkbook() throws Exception {
        LibreOffice.assumeInstalled();
        Path first = Files.write(folder.resolve("first.xlsx"), mark(rich(), MARKED));
        byte[] saved =
                Files.readAllBytes(LibreOffice.convert(first, "xlsx", Files.createDirectory(folder.resolve("lo"))));
        byte[] cleared = mark(saved, List.of());
        try (XSSFWorkbook workbook = open(cleared)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
            assertThat(fill(cell(workbook, "B2"))).isEqualTo("FF92D050");
            assertThat(cell(workbook, "B2").getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0.00");
            assertThat(cell(workbook, "B2").getCellStyle().getBorderTop()).isEqualTo(BorderStyle.MEDIUM);
            assertThat(fill(cell(workbook, "C2"))).isEqualTo("none");
            assertThat(notes(workbook)).containsOnlyKeys("B2", "E5");
            assertThat(notes(workbook).get("B2")).isEqualTo("张：此数已与科技局核对");
        }
    }

    @Test
    void aCellThatWasMovedOrFormattedAnewLosesNothingButOurColour() throws IOException {
        byte[] first = mark(rich(), MARKED);
        byte[] edited = edit(first, workbook -> {
            XSSFSheet sheet = workbook.getSheet(SHEET);
            sheet.shiftRows(1, 8, 2);
            XSSFCellStyle other = workbook.createCellStyle();
            other.cloneStyleFrom(sheet.getRow(4).getCell(1).getCellStyle());
            other.setDataFormat(workbook.createDataFormat().getFormat("0.000"));
            sheet.getRow(4).getCell(1).setCellStyle(other);
        });
        try (XSSFWorkbook workbook = open(mark(edited, List.of()))) {
            assertThat(fill(cell(workbook, "B4"))).isEqualTo("FF92D050");
            assertThat(cell(workbook, "B4").getCellStyle().getBorderTop()).isEqualTo(BorderStyle.MEDIUM);
            assertThat(fill(cell(workbook, "B5"))).isEqualTo("none");
            assertThat(cell(workbook, "B5").getCellStyle().getDataFormatString())
                    .isEqualTo("0.000");
        }
    }

    @Test
    void keepsWhatTheSenderAnswersInOurNotes() throws IOException {
        byte[] edited = edit(mark(rich(), MARKED), workbook -> {
            XSSFComment ours = note(workbook, "C2");
            ours.setString(new XSSFRichTextString(ours.getString().getString() + "\n已改正"));
        });
        try (XSSFWorkbook workbook = open(mark(mark(edited, MARKED), List.of()))) {
            assertThat(notes(workbook)).containsEntry("C2", "已改正").containsOnlyKeys("B2", "C2", "E5");
        }
    }

    @Test
    void leavesASheetOfTheSameNameThatIsNotOurs() throws IOException {
        byte[] original = edit(
                rich(),
                workbook ->
                        workbook.createSheet("审核结果").createRow(0).createCell(0).setCellValue("我局自审：通过"));
        byte[] twice = mark(mark(original, MARKED), MARKED);
        assertThat(KeptParts.lost(original, twice, marked())).isEmpty();
        try (XSSFWorkbook workbook = open(twice)) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("审核结果 (2)");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(8);
        }
    }

    @Test
    void nothingWrittenCanBecomeAFormulaAndLinksLeadToSheetsOfOddNames() throws IOException {
        try (XSSFWorkbook workbook = open(mark(rich(), MARKED))) {
            XSSFSheet review = workbook.getSheetAt(0);
            assertThat(review.getRow(5).getCell(0).getHyperlink().getLocation()).isEqualTo("'我的 ''表''!#1😀'!B2");
            assertThat(workbook.getSheet(SHEET)).isNotNull();
            review.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                if (cell.getCellType() == CellType.STRING
                        && "=+-@".indexOf((cell.getStringCellValue() + " ").charAt(0)) >= 0) {
                    assertThat(cell.getCellStyle().getQuotePrefixed())
                            .as(cell.toString())
                            .isTrue();
                }
            }));
        }
    }

    @Test
    void textsThatBeginLikeAFormulaAreQuoted() throws IOException {
        Path file = Files.write(folder.resolve("sent.xlsx"), rich());
        Finding finding = new Finding(
                "=CMD",
                FindingKind.NUMBER,
                Severity.VERIFY,
                Outcome.FAILED,
                false,
                Optional.empty(),
                List.of(new CellRef("=HYPERLINK(1)", "B2")),
                new TreeMap<>(Map.of("found", "x")),
                "=cmd|'/c calc'!A1");
        try (XSSFWorkbook workbook = open(returned.mark(file, record(), List.of(finding), ReturnContext.unknown()))) {
            XSSFRow row = workbook.getSheetAt(0).getRow(5);
            assertThat(row.getCell(2).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(9).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(9).getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(row.getCell(9).getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void removesTheReviewUnderAnotherName() throws IOException {
        byte[] renamed = edit(mark(rich(), MARKED), workbook -> workbook.setSheetName(0, "退回意见"));
        try (XSSFWorkbook workbook = open(mark(renamed, MARKED))) {
            assertThat(workbook.getSheet("退回意见")).isNull();
            assertThat(workbook.getNumberOfSheets()).isEqualTo(7);
        }
    }

    private byte[] mark(byte[] original, List<String> cells) throws IOException {
        Path file = Files.write(folder.resolve("sent.xlsx"), original);
        List<Finding> findings = cells.stream()
                .map(cell -> new Finding(
                        "NUMBER",
                        cell.equals("D9") ? FindingKind.UNIT_SLIP : FindingKind.NUMBER,
                        cell.equals("D9") ? Severity.VERIFY : Severity.MANDATORY,
                        Outcome.FAILED,
                        false,
                        Optional.of(new ItemCode("T0301")),
                        List.of(new CellRef(SHEET, cell)),
                        new TreeMap<>(Map.of("found", "=" + cell)),
                        ""))
                .toList();
        return returned.mark(file, record(), findings, ReturnContext.unknown());
    }

    private static Set<String> marked() {
        return MARKED.stream().map(cell -> SHEET + "!" + cell).collect(Collectors.toSet());
    }

    /** Fills and notes of the sender's sheet, and the review's rows. */
    private static String look(byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = open(bytes)) {
            StringBuilder look = new StringBuilder(notes(workbook).toString());
            for (String cell : MARKED) {
                look.append('\n').append(cell).append(' ').append(fill(cell(workbook, cell)));
            }
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> look.append('\n').append(cell)));
            return look.toString();
        }
    }

    private static Map<String, String> notes(XSSFWorkbook workbook) {
        Map<String, String> notes = new TreeMap<>();
        Objects.requireNonNull(workbook.getSheet(SHEET))
                .getCellComments()
                .forEach((address, note) ->
                        notes.put(address.formatAsString(), note.getString().getString()));
        return notes;
    }

    private static XSSFComment note(XSSFWorkbook workbook, String cell) {
        return workbook.getSheet(SHEET).getCellComment(new org.apache.poi.ss.util.CellAddress(cell));
    }

    private static String fill(XSSFCell cell) {
        XSSFCellStyle style = cell.getCellStyle();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                ? style.getFillForegroundXSSFColor().getARGBHex()
                : "none";
    }

    private static XSSFCell cell(XSSFWorkbook workbook, String cell) {
        org.apache.poi.ss.util.CellAddress at = new org.apache.poi.ss.util.CellAddress(cell);
        return workbook.getSheet(SHEET).getRow(at.getRow()).getCell(at.getColumn());
    }

    /** What a thorough person builds in years: five sheets, one of them hidden. */
    private static byte[] rich() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet(SHEET);
            XSSFCellStyle green = workbook.createCellStyle();
            green.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
            green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            green.setFillForegroundColor(FormStyles.colour(0x92D050));
            green.setBorderTop(BorderStyle.MEDIUM);
            XSSFFont font = workbook.createFont();
            font.setItalic(true);
            font.setFontName("仿宋");
            green.setFont(font);
            for (int i = 0; i < 9; i++) {
                XSSFRow row = sheet.createRow(i);
                row.createCell(0).setCellValue("指标" + i);
                row.createCell(1).setCellValue(12.5 + i);
                row.createCell(2).setCellFormula("B" + (i + 1) + "*2");
            }
            sheet.getRow(1).getCell(1).setCellStyle(green);
            sheet.getRow(5).setZeroHeight(true);
            sheet.getRow(6).setHeightInPoints(33.5f);
            sheet.groupRow(2, 4);
            note(workbook, sheet, 1, 1, "张：此数已与科技局核对");
            note(workbook, sheet, 4, 4, "备查");
            sheet.setColumnWidth(1, 7777);
            sheet.setColumnHidden(6, true);
            sheet.addMergedRegion(CellRangeAddress.valueOf("E1:F2"));
            sheet.createFreezePane(1, 1);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setScale((short) 81);
            sheet.getHeader().setLeft("内部");
            sheet.setRowBreak(4);
            sheet.setZoom(130);
            sheet.setTabColor(FormStyles.colour(0x00B050));
            sheet.protectSheet("secret");
            sheet.getSheetConditionalFormatting()
                    .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("B1:B9")}, red(sheet));
            sheet.addValidationData(sheet.getDataValidationHelper()
                    .createValidation(
                            sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"是", "否"}),
                            new CellRangeAddressList(3, 3, 3, 3)));
            int picture = workbook.addPicture(Base64.getDecoder().decode(PIXEL), Workbook.PICTURE_TYPE_PNG);
            sheet.createDrawingPatriarch().createPicture(new XSSFClientAnchor(0, 0, 0, 0, 8, 1, 10, 4), picture);
            chart(workbook.createSheet("图"), sheet);
            XSSFSheet hidden = workbook.createSheet("底稿");
            hidden.createRow(0).createCell(0).setCellValue("旧数");
            workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
            XSSFSheet filtered = workbook.createSheet("名录");
            filtered.createRow(0).createCell(0).setCellValue("企业");
            filtered.setAutoFilter(CellRangeAddress.valueOf("A1:A5"));
            XSSFSheet last = workbook.createSheet("最后");
            last.createRow(0).createCell(0).setCellFormula("SUM('" + SHEET.replace("'", "''") + "'!B1:B9)");
            workbook.setPrintArea(4, "$A$1:$B$2");
            var name = workbook.createName();
            name.setNameName("合计");
            name.setRefersToFormula("最后!$A$1");
            workbook.createName().setNameName("局部");
            workbook.getName("局部").setRefersToFormula("名录!$A$1");
            workbook.getName("局部").setSheetIndex(3);
            workbook.setActiveSheet(4);
            workbook.getProperties().getCoreProperties().setCreator("张三");
            return bytes(workbook);
        }
    }

    private static org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule red(XSSFSheet sheet) {
        var rule = sheet.getSheetConditionalFormatting().createConditionalFormattingRule(ComparisonOperator.GT, "15");
        rule.createFontFormatting().setFontStyle(true, true);
        return rule;
    }

    private static void note(XSSFWorkbook workbook, XSSFSheet sheet, int row, int column, String text) {
        XSSFComment note = sheet.createDrawingPatriarch()
                .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 3, row + 4));
        XSSFRichTextString rich = new XSSFRichTextString(text);
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        if (text.length() > 2) {
            rich.applyFont(0, 2, bold);
        }
        note.setString(rich);
        note.setAuthor("张三");
    }

    private static void chart(XSSFSheet sheet, XSSFSheet source) {
        sheet.createRow(0).createCell(0).setCellValue("图表");
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 8, 15));
        XDDFChartData data = chart.createData(
                ChartTypes.BAR,
                chart.createCategoryAxis(AxisPosition.BOTTOM),
                chart.createValueAxis(AxisPosition.LEFT));
        data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(source, CellRangeAddress.valueOf("A1:A5")),
                XDDFDataSourcesFactory.fromNumericCellRange(source, CellRangeAddress.valueOf("B1:B5")));
        chart.plot(data);
    }

    /** WPS keeps pictures in cells and its own properties in parts no other program knows. */
    private static byte[] likeWps(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = KeptParts.parts(workbook);
        replace(
                parts,
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rIdWps\" Type=\"http://www.wps.cn/officeDocument/2020/cellImage\""
                        + " Target=\"cellimages.xml\"/></Relationships>");
        replace(
                parts,
                "_rels/.rels",
                "</Relationships>",
                "<Relationship Id=\"rIdCustom\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties\""
                        + " Target=\"docProps/custom.xml\"/></Relationships>");
        replace(
                parts,
                "[Content_Types].xml",
                "</Types>",
                "<Override PartName=\"/xl/cellimages.xml\" ContentType=\"application/vnd.wps-officedocument.cellimage+xml\"/>"
                        + "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>");
        parts.put(
                "xl/cellimages.xml",
                "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>"
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "docProps/custom.xml",
                ("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
                                + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                                + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"KSOProductBuildVer\">"
                                + "<vt:lpwstr>2052-12.1.0.15120</vt:lpwstr></property></Properties>")
                        .getBytes(StandardCharsets.UTF_8));
        replace(parts, "xl/worksheets/sheet1.xml", "<f>B8*2</f>", "<f>_xlfn.DISPIMG(\"ID_1\",1)</f>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static void replace(Map<String, byte[]> parts, String part, String from, String to) {
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        parts.put(part, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private interface Edit {
        void on(XSSFWorkbook workbook);
    }

    private static byte[] edit(byte[] bytes, Edit edit) throws IOException {
        try (XSSFWorkbook workbook = open(bytes)) {
            edit.on(workbook);
            return bytes(workbook);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static SubmissionRecord record() {
        return new SubmissionRecord(
                "330212-2023-06-v1",
                1,
                Optional.of(new UnitCode("330212")),
                Optional.of(Period.month(2023, 6)),
                Optional.of("甬报2023-1表"),
                1,
                SubmissionState.RETURNED,
                "NUMBER",
                new SourceFile("鄞州.xlsx", "0".repeat(64), 10),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T01:00:00Z"),
                Instant.parse("2023-07-05T02:00:00Z"),
                "0".repeat(64),
                false);
    }
}
