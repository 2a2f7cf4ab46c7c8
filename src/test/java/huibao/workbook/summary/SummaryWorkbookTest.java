package huibao.workbook.summary;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.model.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;

@Tag("long")
class SummaryWorkbookTest {

    private static final Path GOLDEN = Path.of("src/test/resources/huibao/workbook/summary.txt");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?");

    private final Catalogue catalogue = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
    private final byte[] bytes = SummaryFixture.bytes(catalogue, Locale.CHINESE, SummaryFixture.quiet(catalogue));

    @Test
    void hasTheSheetsInOrder() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly("编制说明", "总表", "分区县", "排名", "预警", "报送情况", "审核与说明", "任务进展", "修订", "底表", "图表");
        }
    }

    /** Accept a new dump: mvn -o test -Dtest=SummaryWorkbookTest -Dhuibao.golden=accept */
    @Test
    void readsAsTheGoldenDump() throws IOException {
        List<String> dump = new ArrayList<>();
        Catalogue small = small();
        byte[] written = SummaryFixture.bytes(small, Locale.CHINESE, SummaryFixture.quiet(small));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            for (Sheet sheet : workbook) {
                dump(sheet, dump);
            }
        }
        if ("accept".equals(System.getProperty("huibao.golden"))) {
            Files.write(GOLDEN, dump, StandardCharsets.UTF_8);
        }
        assertThat(dump).isEqualTo(Files.readAllLines(GOLDEN, StandardCharsets.UTF_8));
    }

    @Test
    void yieldsTheSameBytesAgain() {
        byte[] again = SummaryFixture.bytes(catalogue, Locale.CHINESE, SummaryFixture.quiet(catalogue));

        assertThat(again).isEqualTo(bytes);
    }

    @Test
    void isReadyToPrint() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertThat(workbook.getPrintArea(i)).as(sheet.getSheetName()).isNotNull();
                assertThat(sheet.getPrintSetup().getLandscape())
                        .as(sheet.getSheetName())
                        .isTrue();
                assertThat(sheet.getFitToPage()).as(sheet.getSheetName()).isTrue();
                assertThat((int) sheet.getPrintSetup().getFitWidth()).isEqualTo(1);
                assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页 共 &N 页");
                if (!sheet.getSheetName().equals("图表")) {
                    assertThat(sheet.getRepeatingRows())
                            .as(sheet.getSheetName())
                            .isNotNull();
                    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                }
            }
        }
    }

    @Test
    void leadsFromEveryFigureToAllRowsOfItsItemsInTheLongTable() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            XSSFSheet targets = workbook.getSheet("总表");
            assertThat(targets.getHyperlinkList()).hasSizeGreaterThan(250);
            for (XSSFHyperlink link : targets.getHyperlinkList()) {
                AreaReference area = new AreaReference(link.getLocation(), workbook.getSpreadsheetVersion());
                assertThat(area.getFirstCell().getSheetName()).isEqualTo("底表");
                assertThat(itemsBetween(
                                workbook,
                                area.getFirstCell().getRow(),
                                area.getLastCell().getRow()))
                        .as(link.getCellRef())
                        .isEqualTo(itemsReported(workbook, target(targets.getRow(link.getFirstRow()))));
            }
        }
    }

    private Target target(Row row) {
        String name = row.getCell(2).getStringCellValue();
        return catalogue.targets().stream()
                .filter(target -> target.nameZh().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> itemsBetween(XSSFWorkbook workbook, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(row -> workbook.getSheet("底表").getRow(row).getCell(2).getStringCellValue())
                .toList();
    }

    private static List<String> itemsReported(XSSFWorkbook workbook, Target target) {
        XSSFSheet figures = workbook.getSheet("底表");
        return itemsBetween(workbook, 4, figures.getLastRowNum()).stream()
                .filter(item ->
                        target.items().stream().anyMatch(code -> code.value().equals(item)))
                .toList();
    }

    @Test
    void writesFiguresAsNumbersAndNoFormula() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotIn(CellType.FORMULA, CellType.ERROR);
                    }
                }
            }
            for (Row row : workbook.getSheet("总表")) {
                for (int column = 4; column <= 13; column++) {
                    Cell cell = row.getCell(column);
                    if (cell != null && cell.getCellType() == CellType.STRING) {
                        assertThat(NUMBER.matcher(cell.getStringCellValue()).matches())
                                .as("%s", cell.getAddress())
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void marksTextThatLooksLikeAFormulaAsText() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            boolean seen = false;
            for (Row row : workbook.getSheet("底表")) {
                Cell raw = row.getCell(14);
                if (raw != null && raw.getStringCellValue().startsWith("-")) {
                    seen = true;
                    assertThat(raw.getCellStyle().getQuotePrefixed()).isTrue();
                }
            }
            assertThat(seen).isTrue();
        }
    }

    @Test
    void mergesNothingInTheLongTableAndFiltersIt() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            XSSFSheet sheet = workbook.getSheet("底表");
            assertThat(sheet.getMergedRegions()).isEmpty();
            assertThat(sheet.getCTWorksheet().isSetAutoFilter()).isTrue();
        }
    }

    @Test
    void drawsChartsOverFiguresThatAreThere() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            XSSFSheet sheet = workbook.getSheet("图表");
            List<XSSFChart> charts = sheet.createDrawingPatriarch().getCharts();
            assertThat(charts).hasSize(5);
            for (XSSFChart chart : charts) {
                assertThat(chart.getTitleText().getString()).contains("2023年1—6月");
                for (CTBarSer bars :
                        chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList()) {
                    AreaReference area =
                            new AreaReference(bars.getVal().getNumRef().getF(), workbook.getSpreadsheetVersion());
                    for (CellReference cell : area.getAllReferencedCells()) {
                        assertThat(sheet.getRow(cell.getRow())
                                        .getCell(cell.getCol())
                                        .getCellType())
                                .isEqualTo(CellType.NUMERIC);
                    }
                }
            }
        }
    }

    @Test
    void saysOnEverySheetThatTheFiguresAreSynthetic() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            for (Sheet sheet : workbook) {
                assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
                        .as(sheet.getSheetName())
                        .isEqualTo("合成数据演示，非真实统计");
            }
        }
    }

    @Test
    void putsTheGravestTargetsFirst() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            List<String> lights = new ArrayList<>();
            for (int i = 6; i < 6 + catalogue.targets().size(); i++) {
                lights.add(workbook.getSheet("预警").getRow(i).getCell(6).getStringCellValue());
            }
            assertThat(lights).isSortedAccordingTo((a, b) -> "红黄灰绿蓝".indexOf(a) - "红黄灰绿蓝".indexOf(b));
            assertThat(lights).contains("红", "黄", "灰", "绿", "蓝");
        }
    }

    @Test
    void namesTheDistrictsThatPullTheCityDownMost() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            List<String> dump = new ArrayList<>();
            dump(workbook.getSheet("预警"), dump);
            assertThat(dump).filteredOn(line -> line.contains("拉低全市最多：")).isNotEmpty();
        }
    }

    @Test
    void repeatsTheHeadOfTheLongTableOfReadings() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            XSSFSheet notes = workbook.getSheet("编制说明");
            Row repeated = notes.getRow(notes.getRepeatingRows().getFirstRow());
            assertThat(repeated.getCell(0).getStringCellValue()).isEqualTo("代码");
        }
    }

    @Test
    void groupsLikeFindingsWithTheirCells() throws IOException {
        byte[] found = SummaryFixture.bytes(catalogue, Locale.CHINESE, SummaryFixture.withFindings(catalogue));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(found))) {
            List<String> dump = new ArrayList<>();
            dump(workbook.getSheet("审核与说明"), dump);
            assertThat(dump)
                    .anyMatch(line -> line.contains("E9、E10、E11、E12、E13、E14、E15、E16等12处"))
                    .anyMatch(line -> line.contains("因部门台账按季核定"))
                    .anyMatch(line -> line.endsWith("须修改"));
        }
    }

    @Test
    void beginsTheFindingsWithTheFiguresThatCouldTurnAVerdict() throws IOException {
        byte[] found = SummaryFixture.bytes(catalogue, Locale.CHINESE, SummaryFixture.withFindings(catalogue));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(found))) {
            XSSFSheet sheet = workbook.getSheet("审核与说明");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("可能改变结论的数据：2处，涉及3项目标（按影响排列，先核实）");
            assertThat(sheet.getRow(3).getCell(11).getStringCellValue()).isEqualTo("影响目标");
            assertThat(sheet.getRow(5).getCell(4).getStringCellValue()).isEqualTo("E9");
            assertThat(sheet.getRow(5).getCell(11).getStringCellValue()).isEqualTo("新增高新技术企业、市级重点研发计划项目、技术交易额");
            assertThat(sheet.getRow(5).getCell(12).getNumericCellValue()).isEqualTo(29.5);
            assertThat(sheet.getRow(6).getCell(12).getNumericCellValue()).isEqualTo(28.5);
            List<String> dump = new ArrayList<>();
            dump(sheet, dump);
            assertThat(dump)
                    .as("a figure that decides stands there once for its submission")
                    .anyMatch(line -> line.contains("E11、E12、E13、E14、E15、E16、E17、E18等10处"));
        }
    }

    @Test
    void writesEnglishAsWell() throws IOException {
        byte[] english = SummaryFixture.bytes(catalogue, Locale.ENGLISH, SummaryFixture.quiet(catalogue));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(english))) {
            assertThat(workbook.getSheet("Targets").getRow(5).getCell(2).getStringCellValue())
                    .isEqualTo("New provincial or ministerial key laboratories");
        }
    }

    /** Nine targets over every measure and pace, three milestones. */
    private Catalogue small() {
        List<Target> targets = catalogue.targets().stream()
                .filter(target -> List.of(
                                "T0201", "T0204", "T0205", "T0206", "T0306", "T0701", "T0706", "T0708", "T1008")
                        .contains(target.code().value()))
                .toList();
        return new Catalogue(
                catalogue.settings(),
                catalogue.units(),
                catalogue.items().stream()
                        .filter(item -> targets.stream()
                                .anyMatch(target -> target.items().contains(item.code())))
                        .toList(),
                targets,
                catalogue.milestones().subList(0, 3),
                catalogue.allocations().stream()
                        .filter(allocation -> targets.stream()
                                .anyMatch(target -> target.code().equals(allocation.target())))
                        .toList(),
                List.of(),
                catalogue.deadlines(),
                List.of(),
                Map.of(),
                "0123456789abcdef".repeat(4),
                "fedcba9876543210".repeat(4));
    }

    private XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static void dump(Sheet sheet, List<String> lines) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                String place = sheet.getSheetName() + "!" + cell.getAddress() + "\t";
                switch (cell.getCellType()) {
                    case NUMERIC ->
                        lines.add(place + cell.getNumericCellValue() + "\t"
                                + cell.getCellStyle().getDataFormatString());
                    case STRING -> lines.add(place + cell.getStringCellValue().replace("\n", "\\n"));
                    case _NONE, FORMULA, BLANK, BOOLEAN, ERROR -> {
                        // nothing printed
                    }
                }
            }
        }
    }
}
