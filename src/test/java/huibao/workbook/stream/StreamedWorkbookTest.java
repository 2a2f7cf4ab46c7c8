package huibao.workbook.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.testing.LibreOffice;
import huibao.workbook.OoxmlRules;
import huibao.workbook.WorkbookBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are streamed, against the same rows written by the library. */
class StreamedWorkbookTest {

    private static final List<String> TEXTS = List.of(
            "",
            "鄞州区",
            " 前后有空格 ",
            "\t制表\n换行\n",
            "<a href=\"x\">&amp;</a> ]]>",
            "=SUM(A1:A9)",
            "😀 四字节",
            "é – “引号”",
            "-12.5",
            "很长".repeat(100));

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20230630, 77})
    void readsBackAsWhatTheLibraryWrites(long seed) throws IOException {
        Path file = folder.resolve("streamed.xlsx");
        byte[] library;
        try (XSSFWorkbook workbook = prepared()) {
            fill(workbook, new LibraryRows(workbook.getSheet("行")), new Random(seed));
            library = WorkbookBytes.of(workbook);
        }
        try (XSSFWorkbook workbook = prepared();
                RowSpool spool = RowSpool.beside(file)) {
            StreamedWorkbook target = new StreamedWorkbook(workbook, spool, 1 << 20);
            StreamedRows rows = new StreamedRows(target.rows());
            fill(workbook, rows, new Random(seed));
            target.lay(workbook.getSheet("行"), target.rows(), List.of(rows.rows));
            target.save(file);
        }

        List<String> streamed = dump(Files.readAllBytes(file));
        List<String> expected = dump(library);
        assertThat(streamed).hasSizeGreaterThan(2000).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(streamed.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(OoxmlRules.brokenBy(Files.readAllBytes(file))).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("the rows themselves are gone").containsExactly(file);
        }
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void keepsTextThatXmlCannotHold(String text, String read) throws IOException {
        Path file = written(row -> row.text(0, 0, text), 1);

        try (XSSFWorkbook workbook = open(file)) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo(read);
        }
    }

    static Stream<Arguments> awkward() {
        return Stream.of(
                Arguments.of("a\u0001b\u001Fc", "a\u0001b\u001Fc"),
                Arguments.of("换\r\n行\r", "换\r\n行\r"),
                Arguments.of("_x000D_ 原文", "_x000D_ 原文"),
                Arguments.of("_x_x0041__", "_x_x0041__"),
                Arguments.of("尾\uFFFE\uFFFF", "尾\uFFFE\uFFFF"),
                Arguments.of("半个\uD83D字", "半个\uFFFD字"),
                Arguments.of("\uDE00", "\uFFFD"),
                Arguments.of("\u007F\u0085", "\u007F\u0085"));
    }

    @Test
    void keepsTheLinesOfATip() throws IOException {
        Path file = written(
                row -> {
                    row.text(0, 0, "链接");
                    row.link(0, "'底表'!A1", "第一行\n第二\t行");
                },
                1);

        try (XSSFWorkbook workbook = open(file)) {
            assertThat(workbook.getSheetAt(0).getHyperlinkList())
                    .singleElement()
                    .satisfies(link -> assertThat(link.getTooltip()).isEqualTo("第一行\n第二\t行"));
        }
    }

    @Test
    void writesNumbersToTheLastDigitASpreadsheetHolds() throws IOException {
        List<BigDecimal> numbers = Stream.of(
                        "0",
                        "-0.000001",
                        "123456789012345",
                        "1234567.8901234",
                        "12345678901234567890.123456789012",
                        "1E+30",
                        "1E-30")
                .map(BigDecimal::new)
                .toList();
        Path file =
                written(row -> IntStream.range(0, numbers.size()).forEach(i -> row.number(i, 0, numbers.get(i))), 1);

        try (XSSFWorkbook workbook = open(file)) {
            Row row = workbook.getSheetAt(0).getRow(0);
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(row.getCell(i).getNumericCellValue())
                        .isEqualTo(numbers.get(i).doubleValue());
            }
        }
    }

    @Test
    void sameRowsGiveTheSameBytes() throws IOException {
        byte[] once = Files.readAllBytes(written(row -> row.text(2, 0, "同样"), 5000));

        assertThat(Files.readAllBytes(written(row -> row.text(2, 0, "同样"), 5000)))
                .isEqualTo(once);
    }

    @Test
    void goesOnOnAFurtherSheetWhereOneIsFull() throws IOException {
        Path file = folder.resolve("long.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                RowSpool spool = RowSpool.beside(file)) {
            StreamedWorkbook streamed = new StreamedWorkbook(workbook, spool, 1000);
            XSSFSheet first = workbook.createSheet("底表");
            workbook.createSheet("图表");
            SheetRow row = new SheetRow();
            Rows head = streamed.rows();
            add(head, row, "表头", 2);
            List<Rows> groups = new ArrayList<>();
            int[] sizes = {500, 400, 300, 2500, 0, 10};
            for (int group = 0; group < sizes.length; group++) {
                Rows rows = streamed.rows();
                add(rows, row, "组" + group, sizes[group]);
                groups.add(rows);
            }
            SheetLayout layout = streamed.lay(first, head, groups);
            streamed.save(file);

            assertThat(layout.place(groups.get(1))).contains(new SheetLayout.Place("底表", 502));
            assertThat(layout.place(groups.get(2)))
                    .as("a group that fits a sheet is not divided")
                    .contains(new SheetLayout.Place("底表(2)", 2));
            assertThat(layout.place(groups.get(3))).as("no one place").isEmpty();
            assertThat(layout.place(groups.get(4))).as("no row").isEmpty();
        }

        try (XSSFWorkbook workbook = open(file)) {
            List<String> written = new ArrayList<>();
            for (int i = 0; i < workbook.getNumberOfSheets() - 1; i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertThat(sheet.getSheetName()).isEqualTo(i == 0 ? "底表" : "底表(" + (i + 1) + ")");
                assertThat(sheet.getLastRowNum()).isLessThan(1000);
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("表头1");
                for (int at = 2; at <= sheet.getLastRowNum(); at++) {
                    written.add(sheet.getRow(at).getCell(0).getStringCellValue());
                }
            }
            assertThat(workbook.getSheetName(workbook.getNumberOfSheets() - 1)).isEqualTo("图表");
            assertThat(written)
                    .hasSize(3710)
                    .doesNotHaveDuplicates()
                    .startsWith("组00")
                    .endsWith("组59");
        }
    }

    @Test
    void refusesMoreColumnsThanASheetHas() {
        assertThatThrownBy(() -> new SheetRow().text(16_384, 0, "x")).hasMessageContaining("16384 columns");
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        try (XSSFWorkbook workbook = prepared();
                RowSpool spool = RowSpool.beside(folder.resolve("x.xlsx"))) {
            StreamedWorkbook streamed = new StreamedWorkbook(workbook, spool, 1 << 20);
            Path file = Files.createDirectory(folder.resolve("folder.xlsx"));

            assertThatThrownBy(() -> streamed.save(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("folder.xlsx");
        }
    }

    @Test
    @Tag("libreoffice")
    void isReadByAnotherProgram() throws Exception {
        LibreOffice.assumeInstalled();
        Path file = written(
                row -> {
                    row.text(0, 0, "鄞州区 <&> \"引\"");
                    row.text(1, 0, "_x0041_");
                    row.text(2, 0, "  空格  ");
                    row.number(3, 0, new BigDecimal("1234.5678"));
                    row.text(4, 0, "控\u0001制");
                },
                3);
        Path csv = LibreOffice.convert(file, "csv:Text - txt - csv (StarCalc):124,39,76", folder);

        assertThat(Files.readAllLines(csv, StandardCharsets.UTF_8))
                .hasSize(3)
                .allMatch(line -> line.startsWith("鄞州区 <&> \"引\"|_x0041_|  空格  |1234.5678|控"));
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private Path written(Consumer<SheetRow> content, int count) throws IOException {
        Path file = folder.resolve("written.xlsx");
        try (XSSFWorkbook workbook = prepared();
                RowSpool spool = RowSpool.beside(file)) {
            StreamedWorkbook streamed = new StreamedWorkbook(workbook, spool, 1 << 20);
            SheetRow row = new SheetRow();
            Rows rows = streamed.rows();
            for (int i = 0; i < count; i++) {
                row.clear();
                content.accept(row);
                rows.add(row);
            }
            streamed.lay(workbook.getSheet("行"), streamed.rows(), List.of(rows));
            streamed.save(file);
        }
        return file;
    }

    private static void add(Rows rows, SheetRow row, String text, int count) {
        for (int i = 0; i < count; i++) {
            row.clear();
            row.text(0, 0, text + i);
            rows.add(row);
        }
    }

    /** A sheet with everything that can stand around rows. */
    private static XSSFWorkbook prepared() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        WorkbookBytes.stamp(workbook, Instant.parse("2023-07-01T00:00:00Z"));
        XSSFSheet sheet = workbook.createSheet("行");
        for (int i = 0; i < 5; i++) {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setBorderTop(BorderStyle.values()[i]);
            style.setFillPattern(FillPatternType.values()[i]);
            style.setDataFormat(workbook.createDataFormat().getFormat("0." + "0".repeat(i + 1)));
        }
        sheet.setColumnWidth(1, 20 * 256);
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 9, 0, 5));
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule("A1>5");
        rule.createPatternFormatting().setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        formatting.addConditionalFormatting(new CellRangeAddress[] {new CellRangeAddress(0, 9, 0, 0)}, rule);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("第 &P 页");
        return workbook;
    }

    /** What both write. */
    private interface RowTarget {
        void row(float points);

        void text(int column, int style, String text);

        void number(int column, int style, BigDecimal number);

        void moment(int column, int style, double days);

        void merge(int first, int last);

        void link(int column, String location, String tip);

        void end();
    }

    private static void fill(XSSFWorkbook workbook, RowTarget target, Random random) {
        int styles = workbook.getNumCellStyles();
        for (int row = 0; row < 400; row++) {
            target.row(random.nextInt(4) == 0 ? 0 : 10 + random.nextInt(50) / 2f);
            int columns = 1 + random.nextInt(row % 50 == 0 ? 200 : 12);
            for (int i = 0; i < columns; i++) {
                // In any order, and some twice.
                int column = random.nextInt(columns + 2);
                int style = random.nextInt(styles);
                switch (random.nextInt(5)) {
                    case 0 -> target.number(column, style, number(random));
                    case 1 -> target.moment(column, style, 45_000 + random.nextDouble());
                    default -> target.text(column, style, TEXTS.get(random.nextInt(row % 40 == 0 ? 10 : 9)));
                }
            }
            int first = random.nextInt(20);
            if (random.nextInt(3) == 0) {
                target.merge(first, first + 1 + random.nextInt(4));
            }
            if (random.nextInt(2) == 0) {
                target.text(0, 0, "链接");
                target.link(0, "'行'!G" + (row + 1), random.nextBoolean() ? "" : "提示 \"" + row + "\" <&>");
            }
            target.end();
        }
    }

    private static BigDecimal number(Random random) {
        return new BigDecimal(random.nextLong() >> random.nextInt(63)).movePointLeft(random.nextInt(14));
    }

    private static final class StreamedRows implements RowTarget {

        private final SheetRow row = new SheetRow();
        private final Rows rows;

        StreamedRows(Rows rows) {
            this.rows = rows;
        }

        @Override
        public void row(float points) {
            row.clear();
            row.height(points);
        }

        @Override
        public void text(int column, int style, String text) {
            row.text(column, style, text);
        }

        @Override
        public void number(int column, int style, BigDecimal number) {
            row.number(column, style, number);
        }

        @Override
        public void moment(int column, int style, double days) {
            row.moment(column, style, days);
        }

        @Override
        public void merge(int first, int last) {
            row.merge(first, last);
        }

        @Override
        public void link(int column, String location, String tip) {
            row.link(column, location, tip);
        }

        @Override
        public void end() {
            rows.add(row);
        }
    }

    private static final class LibraryRows implements RowTarget {

        private final XSSFSheet sheet;
        private XSSFRow row;

        LibraryRows(XSSFSheet sheet) {
            this.sheet = sheet;
            this.row = sheet.createRow(0);
        }

        @Override
        public void row(float points) {
            row = sheet.createRow(
                    sheet.getPhysicalNumberOfRows() == 1 && row.getPhysicalNumberOfCells() == 0
                            ? 0
                            : row.getRowNum() + 1);
            if (points > 0) {
                row.setHeightInPoints(points);
            }
        }

        private XSSFCell cell(int column, int style) {
            XSSFCell cell = row.createCell(column);
            cell.setCellStyle(sheet.getWorkbook().getCellStyleAt(style));
            return cell;
        }

        @Override
        public void text(int column, int style, String text) {
            XSSFCell cell = cell(column, style);
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }

        @Override
        public void number(int column, int style, BigDecimal number) {
            cell(column, style).setCellValue(number.doubleValue());
        }

        @Override
        public void moment(int column, int style, double days) {
            cell(column, style).setCellValue(days);
        }

        @Override
        public void merge(int first, int last) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), first, last));
        }

        @Override
        public void link(int column, String location, String tip) {
            XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress(location);
            if (!tip.isEmpty()) {
                link.setTooltip(tip);
            }
            row.getCell(column).setHyperlink(link);
        }

        @Override
        public void end() {
            // Every row is in the sheet as it is begun.
        }
    }

    private static List<String> dump(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = workbook.getSheet("行");
            for (Row row : sheet) {
                lines.add("row " + row.getRowNum() + " " + row.getHeightInPoints());
                for (Cell cell : row) {
                    String content = switch (cell.getCellType()) {
                        case NUMERIC -> Double.toString(cell.getNumericCellValue());
                        case STRING -> cell.getStringCellValue();
                        default -> "";
                    };
                    lines.add(cell.getAddress() + " " + cell.getCellType() + " "
                            + cell.getCellStyle().getIndex() + " " + content);
                }
            }
            sheet.getMergedRegions().forEach(region -> lines.add("merged " + region.formatAsString()));
            sheet.getHyperlinkList()
                    .forEach(link -> lines.add(
                            "link " + link.getCellRef() + " " + link.getLocation() + " " + link.getTooltip()));
            lines.add(sheet.getCTWorksheet().getAutoFilter().getRef());
            lines.add(sheet.getCTWorksheet().getConditionalFormattingArray(0).xmlText());
            lines.add(sheet.getCTWorksheet().getPrintOptions().xmlText());
        }
        return lines;
    }
}
