package huibao.workbook.summary;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.testing.LibreOffice;
import huibao.workbook.OoxmlRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary of more units than can be read beside each other. */
class ManyUnitsTest {

    private static final int DISTRICTS = 120;
    private static final int FIRST_ROW = 7;
    private static final int FIRST_TARGET = 8;
    private static final int COLUMNS_PER_TARGET = 4;

    private final Catalogue catalogue = ManyUnits.of(CatalogueReader.read(Path.of("jobs/ningbo-2023")), DISTRICTS);

    @TempDir
    private Path folder;

    @Test
    void givesEveryUnitARowWithItsFigures() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            XSSFSheet sheet = workbook.getSheet("分区县");
            List<Unit> units = new ArrayList<>(List.of(catalogue.city()));
            units.addAll(catalogue.ofKind(UnitKind.DISTRICT));
            units.addAll(catalogue.ofKind(UnitKind.ZONE));
            assertThat(sheet.getLastRowNum()).isEqualTo(FIRST_ROW + units.size() - 1);
            Bulletin bulletin = SummaryFixture.quiet(catalogue);
            Map<String, List<Attainment>> verdicts = new LinkedHashMap<>();
            bulletin.units().forEach(part -> verdicts.put(part.unit().value(), part.attainments()));
            verdicts.put(catalogue.city().code().value(), bulletin.cityAttainments());
            for (int i = 0; i < units.size(); i++) {
                Row row = sheet.getRow(FIRST_ROW + i);
                String code = units.get(i).code().value();
                assertThat(row.getCell(1).getStringCellValue()).isEqualTo(code);
                assertRow(row, verdicts.get(code));
            }
        }
    }

    private void assertRow(Row row, List<Attainment> own) {
        for (int t = 0; t < catalogue.targets().size(); t++) {
            Target target = catalogue.targets().get(t);
            int column = FIRST_TARGET + COLUMNS_PER_TARGET * t;
            Optional<Attainment> attainment = own.stream()
                    .filter(one -> one.target().equals(target.code()))
                    .findFirst();
            attainment
                    .flatMap(Attainment::obsValue)
                    .ifPresentOrElse(
                            value -> assertThat(row.getCell(column + 1).getNumericCellValue())
                                    .as("%s %s", row.getCell(1), target.code())
                                    .isCloseTo(value.doubleValue(), Offset.offset(0.51)),
                            () -> assertThat(row.getCell(column + 1).getStringCellValue())
                                    .isEqualTo("—"));
            attainment
                    .flatMap(Attainment::targetValue)
                    .ifPresent(value -> assertThat(row.getCell(column).getNumericCellValue())
                            .as("what is to be reached is never rounded")
                            .isEqualTo(value.doubleValue()));
        }
    }

    @Test
    void leadsFromTheHeadToTheRowsOfTheItem() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            XSSFSheet figures = workbook.getSheet("底表");
            List<XSSFHyperlink> links = workbook.getSheet("分区县").getHyperlinkList();
            assertThat(links).hasSizeGreaterThan(50);
            for (XSSFHyperlink link : links) {
                AreaReference area = new AreaReference(link.getLocation(), workbook.getSpreadsheetVersion());
                Target target = catalogue.targets().get((link.getFirstColumn() - FIRST_TARGET) / COLUMNS_PER_TARGET);
                String item = target.items().get(0).value();
                int first = area.getFirstCell().getRow();
                assertThat(figures.getRow(first).getCell(2).getStringCellValue())
                        .isEqualTo(item);
                assertThat(figures.getRow(first - 1).getCell(2).getStringCellValue())
                        .isNotEqualTo(item);
            }
        }
    }

    @Test
    void goesOnOnFurtherSheetsWhereTheLongTableIsFull() throws IOException {
        Path file = folder.resolve("full.xlsx");
        write(file, 1000);

        try (XSSFWorkbook workbook = open(file)) {
            List<String> items = new ArrayList<>();
            for (Sheet sheet : workbook) {
                assertThat(sheet.getLastRowNum()).isLessThan(1000);
                for (int i = 4; sheet.getSheetName().startsWith("底表") && i <= sheet.getLastRowNum(); i++) {
                    items.add(sheet.getRow(i).getCell(2).getStringCellValue());
                }
            }
            List<String> expected = new ArrayList<>();
            SummaryFixture.quiet(catalogue)
                    .units()
                    .forEach(part -> part.observations()
                            .forEach(
                                    one -> expected.add(one.observation().item().value())));
            assertThat(items).containsExactlyInAnyOrderElementsOf(expected);
            for (XSSFHyperlink link : workbook.getSheet("总表").getHyperlinkList()) {
                AreaReference area = new AreaReference(link.getLocation(), workbook.getSpreadsheetVersion());
                String name = workbook.getSheet("总表")
                        .getRow(link.getFirstRow())
                        .getCell(2)
                        .getStringCellValue();
                Target target = catalogue.targets().stream()
                        .filter(one -> one.nameZh().equals(name))
                        .findFirst()
                        .orElseThrow();
                Row first = workbook.getSheet(area.getFirstCell().getSheetName())
                        .getRow(area.getFirstCell().getRow());
                assertThat(first.getCell(2).getStringCellValue())
                        .isEqualTo(target.items().get(0).value());
            }
        }
        assertThat(OoxmlRules.brokenBy(Files.readAllBytes(file))).isEmpty();
    }

    @Test
    void ranksEveryDistrictInARow() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            XSSFSheet sheet = workbook.getSheet("排名");
            assertThat(sheet.getRow(7).getCell(2).getStringCellValue()).isEqualTo("单位");
            assertThat(sheet.getLastRowNum()).isEqualTo(7 + DISTRICTS);
            Row first = sheet.getRow(8);
            long leading = 0;
            for (int column = 5; column < first.getLastCellNum(); column++) {
                Cell cell = first.getCell(column);
                leading += cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() == 1 ? 1 : 0;
            }
            assertThat(first.getCell(3).getNumericCellValue()).isEqualTo(leading);
        }
    }

    @Test
    void countsTheDistrictsOfEachLight() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            for (Row row : workbook.getSheet("预警")) {
                if (row.getRowNum() > 5
                        && row.getCell(11) != null
                        && row.getCell(11).getCellType() == CellType.NUMERIC) {
                    double districts = 0;
                    for (int column = 7; column <= 11; column++) {
                        districts += row.getCell(column).getNumericCellValue();
                    }
                    assertThat(districts).isIn(0.0, (double) DISTRICTS);
                }
            }
        }
    }

    @Test
    void namesNoMoreUnitsThanAreRead() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            assertThat(workbook.getSheet("编制说明").getRow(10).getCell(2).getStringCellValue())
                    .contains("江北区1等120个单位")
                    .hasSizeLessThan(400);
        }
    }

    @Test
    void drawsNoMoreBarsThanAreTold() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            assertThat(workbook.getSheet("图表").createDrawingPatriarch().getCharts())
                    .allSatisfy(chart -> assertThat(chart.getCTChart()
                                    .getPlotArea()
                                    .getBarChartArray(0)
                                    .getSerArray(0)
                                    .getVal()
                                    .getNumRef()
                                    .getNumCache()
                                    .getPtCount()
                                    .getVal())
                            .isLessThanOrEqualTo(catalogue.targets().size()))
                    .anySatisfy(chart ->
                            assertThat(chart.getTitleText().getString()).endsWith("红、黄灯最多的12个"));
        }
    }

    @Test
    void keepsToTheRulesAndGivesTheSameBytesAgain() throws IOException {
        byte[] bytes = SummaryFixture.bytes(catalogue, Locale.CHINESE, SummaryFixture.quiet(catalogue));

        assertThat(Files.readAllBytes(written())).isEqualTo(bytes);
        assertThat(OoxmlRules.brokenBy(bytes)).isEmpty();
    }

    @Test
    void fitsBesideEachOtherUpToSomeDozens() {
        Catalogue demonstration = CatalogueReader.read(Path.of("jobs/ningbo-2023"));

        assertThat(UnitLayout.of(demonstration)).isEqualTo(UnitLayout.ACROSS);
        assertThat(UnitLayout.of(ManyUnits.of(demonstration, 44))).isEqualTo(UnitLayout.ACROSS);
        assertThat(UnitLayout.of(ManyUnits.of(demonstration, 45))).isEqualTo(UnitLayout.DOWN);
    }

    @Test
    @Tag("libreoffice")
    void isReadByAnotherProgramCellByCell() throws Exception {
        LibreOffice.assumeInstalled();
        Path file = written();
        Path copy = LibreOffice.convert(file, "xlsx", Files.createDirectory(folder.resolve("copy")));

        try (XSSFWorkbook ours = open(file);
                XSSFWorkbook theirs = open(copy)) {
            assertThat(theirs.getNumberOfSheets()).isEqualTo(ours.getNumberOfSheets());
            for (int i = 0; i < ours.getNumberOfSheets(); i++) {
                List<String> expected = content(ours.getSheetAt(i));
                List<String> read = content(theirs.getSheetAt(i));
                assertThat(read).hasSameSizeAs(expected);
                for (int line = 0; line < expected.size(); line++) {
                    assertThat(read.get(line)).isEqualTo(expected.get(line));
                }
                assertThat(theirs.getSheetAt(i).getHyperlinkList())
                        .hasSameSizeAs(ours.getSheetAt(i).getHyperlinkList());
                assertThat(theirs.getSheetAt(i).getNumMergedRegions())
                        .isEqualTo(ours.getSheetAt(i).getNumMergedRegions());
            }
        }
    }

    private static List<String> content(Sheet sheet) {
        List<String> lines = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.NUMERIC) {
                    lines.add(cell.getAddress() + " " + (float) cell.getNumericCellValue());
                } else if (cell.getCellType() == CellType.STRING) {
                    lines.add(cell.getAddress() + " " + cell.getStringCellValue());
                }
            }
        }
        return lines;
    }

    private Path written() throws IOException {
        Path file = folder.resolve("summary.xlsx");
        write(file, 1 << 20);
        return file;
    }

    private void write(Path file, int mostRows) {
        new SummaryWorkbook(catalogue, Messages.in(Locale.CHINESE))
                .write(SummaryFixture.quiet(catalogue), file, mostRows);
    }

    private XSSFWorkbook workbook() throws IOException {
        return open(written());
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
