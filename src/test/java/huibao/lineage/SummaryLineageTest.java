package huibao.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Measure;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a figure of the summary to the long table and back to the same figure. */
class SummaryLineageTest {

    private static final int VALUE = 6;
    private static final int PRIOR_YEAR = 7;
    private static final int COUNTED = 19;

    @TempDir
    static Path folder;

    private static final Map<String, XSSFHyperlink> LINKS = new HashMap<>();
    private static Catalogue catalogue;
    private static XSSFWorkbook workbook;

    @BeforeAll
    static void runANightWithOneUnitMissing() throws IOException {
        Bureau bureau = new Bureau(Path.of("jobs/ningbo-2023"), folder);
        catalogue = bureau.catalogue();
        for (Unit unit : catalogue.units()) {
            if (!unit.code().value().equals("330205")) {
                bureau.drop(unit.code().value(), "2023-02");
            }
        }
        bureau.run("2023-02", "2023-03-08T00:00:00Z");
        workbook = new XSSFWorkbook(Files.newInputStream(bureau.folders().summary(Period.parse("2023-02"))));
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            String sheet = workbook.getSheetName(i);
            workbook.getSheetAt(i).getHyperlinkList().forEach(link -> LINKS.put(sheet + "!" + link.getCellRef(), link));
        }
    }

    @AfterAll
    static void close() throws IOException {
        workbook.close();
    }

    @Test
    void nobodyIsAskedToMendAFormThatHasBeenReplaced(@TempDir Path other) throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, other);
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        assertThat(states(bureau)).contains("to be mended").doesNotContain("replaced by v2");

        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "1000.5"));
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(states(bureau)).contains("replaced by v2").doesNotContain("to be mended");
    }

    private static List<String> states(Bureau bureau) throws IOException {
        List<String> states = new ArrayList<>();
        try (XSSFWorkbook summary =
                new XSSFWorkbook(Files.newInputStream(bureau.folders().summary(Period.parse("2024-Q1"))))) {
            for (Row row : summary.getSheet("Findings")) {
                Cell cell = row.getCell(10);
                states.add(cell == null ? "" : cell.toString());
            }
        }
        return states;
    }

    @Test
    void cityFiguresAddUpFromTheRowsTheyLeadTo() {
        int checked = 0;
        for (Row row : workbook.getSheet("总表")) {
            if (row.getCell(17) != null && isNumber(row.getCell(6))) {
                Target target = target(row.getCell(17).getStringCellValue());
                List<Row> rows = rows(row.getCell(6)).stream()
                        .filter(source ->
                                source.getCell(COUNTED).getStringCellValue().equals("计入"))
                        .toList();
                assertThat(printed(target, value(target, rows)))
                        .as(target.code().value())
                        .isEqualTo(figure(row.getCell(6)));
                for (int column : List.of(5, 7, 8, 10)) {
                    if (isNumber(row.getCell(column))) {
                        assertThat(rows(row.getCell(column)))
                                .as(target.code() + " column " + column)
                                .isEqualTo(rows(row.getCell(6)));
                    }
                }
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(60);
    }

    @Test
    void districtFiguresAreThoseOfTheRowsTheyLeadTo() {
        XSSFSheet sheet = workbook.getSheet("分区县");
        List<Unit> units = new ArrayList<>(catalogue.ofKind(UnitKind.DISTRICT));
        units.addAll(catalogue.ofKind(UnitKind.ZONE));
        int checked = 0;
        for (Row row : sheet) {
            if (row.getCell(3) == null || !row.getCell(3).getStringCellValue().equals("完成")) {
                continue;
            }
            Target target = target(row.getCell(1).getStringCellValue().split("  ")[0]);
            Row below = sheet.getRow(row.getRowNum() + 1);
            for (int column = 5; column < 5 + units.size(); column++) {
                if (isNumber(row.getCell(column))) {
                    Unit unit = units.get(column - 5);
                    Row first = rows(row.getCell(column)).get(0);
                    Row last = isNumber(below.getCell(column))
                            ? rows(below.getCell(column)).get(0)
                            : first;
                    assertThat(List.of(first, last))
                            .extracting(source -> source.getCell(0).getStringCellValue())
                            .containsOnly(unit.code().value());
                    assertThat(printed(
                                    target,
                                    value(
                                            target,
                                            List.of(first, last).stream()
                                                    .distinct()
                                                    .toList())))
                            .as(target.code() + " " + unit.code())
                            .isEqualTo(figure(row.getCell(column)));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(500);
    }

    @Test
    void ranksLightsAndChartFiguresLeadToTheLongTableToo() {
        Row ranks = workbook.getSheet("排名").getRow(4);
        Target target = target(ranks.getCell(ranks.getLastCellNum() - 1).getStringCellValue());
        assertThat(rows(ranks.getCell(3)).get(0).getCell(2).getStringCellValue())
                .isEqualTo(target.items().get(0).value());
        assertThat(workbook.getSheet("图表").getHyperlinkList()).hasSizeGreaterThan(50);
        Row gravest = workbook.getSheet("预警").getRow(6);
        assertThat(rows(gravest.getCell(5)).get(0).getCell(2).getStringCellValue())
                .isEqualTo(target(gravest.getCell(gravest.getLastCellNum() - 1).getStringCellValue())
                        .items()
                        .get(0)
                        .value());
        assertThat(LINKS.get("排名!D5").getTooltip()).contains("huibao explain " + target.code());
    }

    @Test
    void everyRowOfTheLongTableNamesFileSheetCellHashAndVersion() {
        XSSFSheet sheet = workbook.getSheet("底表");
        for (int i = sheet.getRepeatingRows().getFirstRow() + 1; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            for (int column : List.of(0, 2, 11, 12, 13, 16, 17, COUNTED)) {
                assertThat(row.getCell(column).getStringCellValue()).isNotEmpty();
            }
            assertThat(row.getCell(15).getNumericCellValue()).isPositive();
        }
    }

    private static BigDecimal value(Target target, List<Row> rows) {
        Function<Integer, BigDecimal> first = column -> sum(target.items().get(0), rows, column);
        Function<Integer, BigDecimal> last =
                column -> sum(target.items().get(target.items().size() - 1), rows, column);
        BigDecimal now = first.apply(VALUE);
        return switch (target.measure()) {
            case LEVEL -> now;
            case GROWTH -> growth(now, first.apply(PRIOR_YEAR), target.scale());
            case RATIO -> quotient(now, last.apply(VALUE)).multiply(target.scale());
            case GROWTH_PER_HEAD ->
                growth(
                        quotient(now, last.apply(VALUE)),
                        quotient(first.apply(PRIOR_YEAR), last.apply(PRIOR_YEAR)),
                        target.scale());
        };
    }

    private static BigDecimal growth(BigDecimal now, BigDecimal before, BigDecimal scale) {
        return quotient(now, before).subtract(BigDecimal.ONE).multiply(scale);
    }

    private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
        return a.divide(b, 20, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(ItemCode item, List<Row> rows, int column) {
        return rows.stream()
                .filter(row -> row.getCell(2).getStringCellValue().equals(item.value()))
                .filter(row -> isNumber(row.getCell(column)))
                .map(row -> figure(row.getCell(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal printed(Target target, BigDecimal value) {
        Item item = catalogue.requireItem(target.items().get(0));
        int decimals = target.measure() == Measure.LEVEL
                ? Math.min(item.decimals(), catalogue.settings().levelDecimals())
                : catalogue.settings().rateDecimals();
        return new BigDecimal(value.setScale(decimals, catalogue.settings().rounding())
                        .toPlainString())
                .stripTrailingZeros();
    }

    private static List<Row> rows(Cell cell) {
        String place = cell.getSheet().getSheetName() + "!" + cell.getAddress();
        assertThat(LINKS).as("way back to the long table").containsKey(place);
        AreaReference area = new AreaReference(LINKS.get(place).getLocation(), workbook.getSpreadsheetVersion());
        assertThat(area.getFirstCell().getSheetName()).isEqualTo("底表");
        return IntStream.rangeClosed(
                        area.getFirstCell().getRow(), area.getLastCell().getRow())
                .mapToObj(index -> (Row) workbook.getSheet("底表").getRow(index))
                .toList();
    }

    private static Target target(String code) {
        return catalogue.targets().stream()
                .filter(target -> target.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no target " + code));
    }

    private static BigDecimal figure(Cell cell) {
        return new BigDecimal(Double.toString(cell.getNumericCellValue())).stripTrailingZeros();
    }

    private static boolean isNumber(Cell cell) {
        return cell != null && cell.getCellType() == CellType.NUMERIC;
    }
}
