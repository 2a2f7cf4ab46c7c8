package huibao.workbook.form;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.FormStamp;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MilestoneState;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.testing.LibreOffice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormWorkbookTest {

    private static final Period JUNE = Period.month(2023, 6);

    private final Catalogue catalogue = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
    private final FormWorkbook form = new FormWorkbook(catalogue, Messages.in(Locale.CHINESE));
    private final Unit yinzhou = catalogue.requireUnit(new UnitCode("330212"));

    @Test
    void asksAUnitForItsItemsInPrintOrder() throws IOException {
        for (String code : List.of("330212", "3302-GX", "330200")) {
            Unit unit = catalogue.requireUnit(new UnitCode(code));
            try (XSSFWorkbook workbook = open(form.write(unit, JUNE, FormContents.blank()))) {
                assertThat(codes(workbook.getSheet("填报表")))
                        .isEqualTo(catalogue.itemsFor(unit).stream()
                                .map(item -> item.code().value())
                                .toList());
                assertThat(workbook.getSheet("任务进展") != null)
                        .isEqualTo(!catalogue.milestonesFor(unit).isEmpty());
                assertThat(workbook.getSheet("填表说明")).isNotNull();
            }
        }
    }

    @Test
    void carriesTheLegalMarksUnitAndPeriod() throws IOException {
        assertThat(texts(open(form.write(yinzhou, JUNE, FormContents.blank())).getSheet("填报表")))
                .contains(
                        "政府工作报告目标任务进展月报",
                        "表    号：甬报2023-1表",
                        "制定机关：宁波市统计局",
                        "有效期至：2024年1月31日",
                        "填报单位：鄞州区",
                        "2023年1—6月",
                        "甲",
                        "单位负责人：",
                        "其他说明：")
                .doesNotContain("数据性质：", "合成数据，非真实统计");
    }

    @Test
    void saysThatSyntheticFiguresAreSynthetic() throws IOException {
        FormContents contents = new FormContents(Map.of(), Map.of(), Map.of(), "", DataNature.SYNTHETIC);
        assertThat(texts(open(form.write(yinzhou, JUNE, contents)).getSheet("填报表")))
                .contains("数据性质：", "合成样例", "合成数据，非真实统计");
    }

    @Test
    void fillsInWhatIsGivenAndComputesGrowth() throws IOException {
        FormContents contents = new FormContents(
                Map.of(
                        new ItemCode("T0301"),
                        new FormRow(
                                Optional.of(new BigDecimal("120.5")),
                                Optional.of(new BigDecimal("100")),
                                Optional.of(new BigDecimal("240")),
                                "=cmd|'/c calc'!A0",
                                "+1")),
                Map.of(
                        catalogue.milestonesFor(yinzhou).get(0).code(),
                        new MilestoneEntry(
                                Optional.of(MilestoneState.UNDER_WAY), Optional.of(LocalDate.of(2023, 5, 4)), "文件")),
                Map.of("填表人", "示例甲"),
                "无",
                DataNature.REAL);
        try (XSSFWorkbook workbook = open(form.write(yinzhou, JUNE, contents))) {
            Row row = row(workbook.getSheet("填报表"), "T0301");
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(337.76);
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(120.5);
            assertThat(row.getCell(6).getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(20.5);
            assertThat(row.getCell(7).getNumericCellValue()).isEqualTo(240);
            assertThat(row.getCell(8).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(9).getStringCellValue()).isEqualTo("年度目标为示例分解；+1");
            Row milestone = workbook.getSheet("任务进展").getRow(3);
            assertThat(milestone.getCell(5).getStringCellValue()).isEqualTo("推进中");
            assertThat(milestone.getCell(6).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2023, 5, 4));
            assertThat(texts(workbook.getSheet("填报表"))).contains("示例甲", "无");
        }
    }

    @Test
    void unlocksOnlyTheCellsToTypeInto() throws IOException {
        try (XSSFWorkbook workbook = open(form.write(yinzhou, JUNE, FormContents.blank()))) {
            Sheet sheet = workbook.getSheet("填报表");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(locks(row(sheet, "T0301")))
                    .containsExactly(true, true, true, true, false, false, true, false, false, false);
            assertThat(locks(row(sheet, "T1008A")))
                    .containsExactly(true, true, true, true, false, true, true, false, false, false);
        }
    }

    @Test
    void checksEveryFigureOnceWhileItIsTyped() throws IOException {
        try (XSSFWorkbook workbook = open(form.write(yinzhou, JUNE, FormContents.blank()))) {
            XSSFSheet sheet = workbook.getSheet("填报表");
            List<CellRangeAddress> ranges = new ArrayList<>();
            sheet.getDataValidations().forEach(validation -> {
                assertThat(validation.getErrorBoxText()).isNotBlank().hasSizeLessThanOrEqualTo(255);
                assertThat(validation.getPromptBoxTitle()).hasSizeLessThanOrEqualTo(32);
                ranges.addAll(List.of(validation.getRegions().getCellRangeAddresses()));
            });
            assertDisjoint(ranges);
            int figures = catalogue.itemsFor(yinzhou).stream()
                    .mapToInt(item -> item.asksPriorYear() ? 3 : 2)
                    .sum();
            assertThat(ranges.stream()
                            .mapToInt(CellRangeAddress::getNumberOfCells)
                            .sum())
                    .isEqualTo(figures);
            assertThat(workbook.getSheet("任务进展").getDataValidations()).hasSize(2);
        }
    }

    @Test
    void saysBesideEachCellWhetherASumOrAStockIsAskedFor() throws IOException {
        try (XSSFWorkbook workbook = open(form.write(yinzhou, JUNE, FormContents.blank()))) {
            XSSFSheet sheet = workbook.getSheet("填报表");
            assertThat(prompt(sheet, "T0301", 4)).isEqualTo("填1月1日至报告期末的累计数。计量单位：亿元；最多保留4位小数。");
            assertThat(prompt(sheet, "T0205", 4)).startsWith("填报告期末的数，不是累计数。");
            assertThat(prompt(sheet, "T0301", 5)).startsWith("填上年1月1日至同期末的累计数（可比口径）。");
            assertThat(prompt(sheet, "T0301", 7)).startsWith("填预计全年的累计数。");
        }
    }

    private static String prompt(XSSFSheet sheet, String code, int column) {
        int line = row(sheet, code).getRowNum();
        return sheet.getDataValidations().stream()
                .filter(validation -> Arrays.stream(validation.getRegions().getCellRangeAddresses())
                        .anyMatch(range -> range.isInRange(line, column)))
                .findFirst()
                .orElseThrow()
                .getPromptBoxText();
    }

    @Test
    void hidesAStampThatSealsFormPeriodAndUnit() throws IOException {
        FormStamp stamp = new FormStamp("甬报2023-1表", JUNE, yinzhou.code(), catalogue.formHash());
        try (XSSFWorkbook workbook = open(form.write(yinzhou, JUNE, FormContents.blank()))) {
            assertThat(workbook.getName(FormStamp.NAME_FORM).getRefersToFormula())
                    .isEqualTo("\"甬报2023-1表\"");
            assertThat(workbook.getName(FormStamp.NAME_PERIOD).getRefersToFormula())
                    .isEqualTo("\"2023-06\"");
            assertThat(workbook.getName(FormStamp.NAME_UNIT).getRefersToFormula())
                    .isEqualTo("\"330212\"");
            assertThat(workbook.getName(FormStamp.NAME_SEAL).getRefersToFormula())
                    .isEqualTo("\"" + stamp.seal() + "\"");
            assertThat(workbook.getAllNames())
                    .filteredOn(name -> name.getNameName().startsWith("HUIBAO_"))
                    .hasSize(5)
                    .allMatch(XSSFName::isHidden);
        }
    }

    @Test
    void printsOnA4LandscapeOnePageWideWithRepeatedHeadings() throws IOException {
        try (XSSFWorkbook workbook = open(form.write(yinzhou, JUNE, FormContents.blank()))) {
            XSSFSheet sheet = workbook.getSheet("填报表");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页 共 &N 页");
            assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(7);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 8);
        }
    }

    @Test
    void sheetsHaveNoOverlappingMerges() throws IOException {
        for (Unit unit : catalogue.units()) {
            try (XSSFWorkbook workbook = open(form.write(unit, JUNE, FormContents.blank()))) {
                workbook.forEach(sheet -> assertDisjoint(sheet.getMergedRegions()));
            }
        }
    }

    @Test
    void sameContentGivesTheSameBytes() {
        assertThat(form.write(yinzhou, JUNE, FormContents.blank()))
                .isEqualTo(form.write(yinzhou, JUNE, FormContents.blank()));
    }

    @Test
    @Tag("libreoffice")
    void survivesAnotherProgramWithItsFigures(@TempDir Path folder) throws Exception {
        LibreOffice.assumeInstalled();
        Path file = Files.write(folder.resolve("form.xlsx"), form.write(yinzhou, JUNE, FormContents.blank()));
        Path copy = LibreOffice.convert(file, "xlsx", Files.createDirectory(folder.resolve("copy")));
        try (XSSFWorkbook workbook = open(Files.readAllBytes(copy))) {
            assertThat(codes(workbook.getSheet("填报表")))
                    .hasSize(catalogue.itemsFor(yinzhou).size());
            assertThat(workbook.getSheet("填报表").getDataValidations()).isNotEmpty();
            assertThat(workbook.getName(FormStamp.NAME_UNIT).getRefersToFormula())
                    .isEqualTo("\"330212\"");
        }
    }

    private List<String> codes(Sheet sheet) {
        List<String> known =
                catalogue.items().stream().map(Item::code).map(ItemCode::value).toList();
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        List<String> codes = new ArrayList<>();
        sheet.forEach(row -> codes.add(formatter.formatCellValue(row.getCell(2))));
        return codes.stream().filter(known::contains).toList();
    }

    private static Row row(Sheet sheet, String code) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        for (Row row : sheet) {
            if (formatter.formatCellValue(row.getCell(2)).equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no row " + code);
    }

    private static List<Boolean> locks(Row row) {
        return IntStream.range(0, 10)
                .mapToObj(column -> row.getCell(column).getCellStyle().getLocked())
                .toList();
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            }
        }
        return texts;
    }

    private static void assertDisjoint(List<CellRangeAddress> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            for (int j = i + 1; j < ranges.size(); j++) {
                assertThat(ranges.get(i).intersects(ranges.get(j)))
                        .as("%s and %s", ranges.get(i), ranges.get(j))
                        .isFalse();
            }
        }
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
