package huibao.workbook.form;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.spec.Workbench;
import huibao.testing.JobFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.formula.ConditionalFormattingEvaluator;
import org.apache.poi.ss.formula.EvaluationConditionalFormatRule;
import org.apache.poi.ss.formula.WorkbookEvaluatorProvider;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that shows what was reported last, and colours what contradicts it while it is typed. */
class KnowingFormTest {

    private static final Workbench JOB = new Workbench(JobFolder.ningbo());
    private static final Period MAY = Period.month(2023, 5);
    private static final Period JUNE = Period.month(2023, 6);
    private static final int VALUE = 4;
    private static final int FORMER_VALUE = 5;
    private static final int PRIOR_YEAR = 6;
    private static final int FORMER_PRIOR_YEAR = 7;
    private static final int FORECAST = 9;
    private static final String RED = "FFFFC7CE";
    private static final String YELLOW = "FFFFD966";
    /** Pixels of cells that Excel shows beside row numbers and scroll bar on a screen 1366 wide, at 100 %. */
    private static final int SCREEN_WIDTH = 1290;
    /** And below the column letters on one 768 high, with the ribbon folded. */
    private static final int SCREEN_HEIGHT = 578;

    private final Unit yinzhou = JOB.unit("鄞州区");

    @Test
    void showsLastPeriodsFiguresInGreyLockedCellsBesideThoseToFillIn() throws IOException {
        try (XSSFWorkbook workbook = form(Map.of("T0301", "100.5"), Map.of("T0301", "90"))) {
            XSSFSheet sheet = workbook.getSheet("填报表");
            assertThat(head(sheet)).containsSubsequence("本年累计/期末", "上期数（供参考）", "上年同期", "上期报的上年同期（供参考）", "同比%", "预计全年");
            Row row = row(sheet, "T0301");
            assertThat(row.getCell(FORMER_VALUE).getNumericCellValue()).isEqualTo(100.5);
            assertThat(row.getCell(FORMER_PRIOR_YEAR).getNumericCellValue()).isEqualTo(90);
            for (int column : List.of(FORMER_VALUE, FORMER_PRIOR_YEAR)) {
                XSSFCell cell = (XSSFCell) row.getCell(column);
                assertThat(cell.getCellStyle().getLocked()).isTrue();
                assertThat(cell.getCellStyle().getFont().getXSSFColor().getARGBHex())
                        .isEqualTo("FF7F7F7F");
            }
            assertThat(row.getCell(VALUE).getCellStyle().getLocked()).isFalse();
            assertThat(row.getCell(8).getCellFormula()).contains("E" + (row.getRowNum() + 1), "G");
        }
    }

    @Test
    void hasNoSuchColumnsWhereNothingWasReportedBefore() throws IOException {
        try (XSSFWorkbook workbook = open(FormContents.blank())) {
            assertThat(head(workbook.getSheet("填报表"))).contains("上年同期").noneMatch(caption -> caption.contains("供参考"));
        }
    }

    @Test
    void coloursACumulatedFigureThatFallsOrLeapsWhileItIsTyped() throws IOException {
        Map<String, String> former = Map.of("T0301", "100");
        assertThat(colours(former, former, "T0301", VALUE, "99.9999")).containsExactly(RED);
        assertThat(colours(former, former, "T0301", VALUE, "100")).isEmpty();
        assertThat(colours(former, former, "T0301", VALUE, "119")).isEmpty();
        assertThat(colours(former, former, "T0301", VALUE, "400")).contains(YELLOW);
        assertThat(colours(former, former, "T0301", PRIOR_YEAR, "99")).containsExactly(RED);
        assertThat(colours(former, former, "T0301", PRIOR_YEAR, "101")).isEmpty();
    }

    @Test
    void coloursAStockThatSwings() throws IOException {
        Map<String, String> former = Map.of("T0205", "100");
        assertThat(colours(former, Map.of(), "T0205", VALUE, "121")).contains(YELLOW);
        assertThat(colours(former, Map.of(), "T0205", VALUE, "79")).contains(YELLOW);
        assertThat(colours(former, Map.of(), "T0205", VALUE, "99")).isEmpty();
    }

    @Test
    void coloursRowsThatContradictEachOther() throws IOException {
        try (XSSFWorkbook workbook = form(Map.of(), Map.of())) {
            XSSFSheet sheet = workbook.getSheet("填报表");
            row(sheet, "T0801A").getCell(VALUE).setCellValue(9);
            row(sheet, "T0801B").getCell(VALUE).setCellValue(8);
            row(sheet, "T0301").getCell(VALUE).setCellValue(9);
            row(sheet, "T0301").getCell(FORECAST).setCellValue(8);
            assertThat(colours(workbook, "T0801A", VALUE)).contains(RED);
            assertThat(colours(workbook, "T0801B", VALUE)).contains(RED);
            assertThat(colours(workbook, "T0301", FORECAST)).containsExactly(RED);
            row(sheet, "T0801B").getCell(VALUE).setCellValue(9);
            assertThat(colours(workbook, "T0801A", VALUE)).isEmpty();
        }
    }

    @Test
    void colourOnlyWhatARuleInForceLooksAt() throws IOException {
        FormWorkbook withoutRules = new FormWorkbook(JOB.catalogue().withRules(List.of()), Messages.in(Locale.CHINESE));
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(withoutRules.write(yinzhou, JUNE, known(Map.of(), Map.of()))))) {
            assertThat(workbook.getSheet("填报表").getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isZero();
            assertThat(texts(workbook.getSheet("填表说明"))).doesNotContain("审核关系");
        }
    }

    @Test
    void goesOnFromTheMilestonesAsTheyStood(@TempDir Path folder) throws IOException {
        MilestoneCode first = JOB.catalogue().milestonesFor(yinzhou).get(0).code();
        Submission standing = JOB.read(Files.write(folder.resolve("may.xlsx"), JOB.form(yinzhou, MAY)))
                .submission()
                .orElseThrow();
        FormContents contents = FormContents.blank().continuing(standing);
        assertThat(contents.milestones()).containsKey(first);
        try (XSSFWorkbook workbook = open(contents)) {
            assertThat(workbook.getSheet("任务进展").getRow(3).getCell(5).getStringCellValue())
                    .isNotEmpty();
        }
    }

    @Test
    void saysWhichRulesHoldWhatItemsMeanAndWhereToSendItByWhen() throws IOException {
        try (XSSFWorkbook workbook = form(Map.of(), Map.of())) {
            List<String> notes = texts(workbook.getSheet("填表说明"));
            assertThat(notes)
                    .contains("审核关系", "不符时", "适用指标", "指标解释", "本年累计 ≥ 上期累计。", "全部累计指标", "强制性", "核实性")
                    .anyMatch(text -> text.contains("报宁波市统计局") && text.contains("截止：2023年7月8日 18:00"))
                    .anyMatch(text -> text.contains("技术合同登记成交额"))
                    .anyMatch(text -> text.contains("（T0801A） ≤ ") && text.contains("（T0801B）"));
        }
    }

    @Test
    void allOfAFormIsOnASmallScreenAtOnce() throws IOException {
        for (FormContents contents : List.of(FormContents.blank(), known(Map.of(), Map.of()))) {
            try (XSSFWorkbook workbook = open(contents)) {
                for (String name : List.of("填报表", "任务进展", "填表说明")) {
                    XSSFSheet sheet = workbook.getSheet(name);
                    int columns = head(sheet).size();
                    float width = 0;
                    for (int column = 0; column < Math.max(columns, 6); column++) {
                        width += sheet.getColumnWidthInPixels(column);
                    }
                    assertThat(width).as(name).isLessThanOrEqualTo(SCREEN_WIDTH);
                }
                assertThat(rowsBelowTheHead(workbook.getSheet("填报表"))).isGreaterThanOrEqualTo(20);
            }
        }
    }

    /** Whole rows that a small screen shows below the rows that stay. */
    private static int rowsBelowTheHead(XSSFSheet sheet) {
        int frozen = sheet.getPaneInformation().getHorizontalSplitPosition();
        int pixels = 0;
        int rows = 0;
        while (true) {
            pixels += Math.round(sheet.getRow(rows).getHeightInPoints() * 96 / 72);
            if (pixels > SCREEN_HEIGHT) {
                return rows - frozen;
            }
            rows++;
        }
    }

    private List<String> colours(
            Map<String, String> former, Map<String, String> priorYear, String item, int column, String typed)
            throws IOException {
        try (XSSFWorkbook workbook = form(former, priorYear)) {
            row(workbook.getSheet("填报表"), item).getCell(column).setCellValue(Double.parseDouble(typed));
            return colours(workbook, item, column);
        }
    }

    /** What a cell is coloured with, the strongest first. */
    private static List<String> colours(XSSFWorkbook workbook, String item, int column) {
        ConditionalFormattingEvaluator evaluator =
                new ConditionalFormattingEvaluator(workbook, (WorkbookEvaluatorProvider)
                        workbook.getCreationHelper().createFormulaEvaluator());
        List<String> colours = new ArrayList<>();
        for (EvaluationConditionalFormatRule rule : evaluator.getConditionalFormattingForCell(
                row(workbook.getSheet("填报表"), item).getCell(column))) {
            XSSFPatternFormatting paper = (XSSFPatternFormatting) rule.getRule().getPatternFormatting();
            colours.add(paper.getFillBackgroundColorColor().getARGBHex());
        }
        return colours;
    }

    private XSSFWorkbook form(Map<String, String> values, Map<String, String> priorYear) throws IOException {
        return open(known(values, priorYear));
    }

    private XSSFWorkbook open(FormContents contents) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(
                new FormWorkbook(JOB.catalogue(), Messages.in(Locale.CHINESE)).write(yinzhou, JUNE, contents)));
    }

    private static FormContents known(Map<String, String> values, Map<String, String> priorYear) {
        Map<ItemCode, FormerFigures.Row> rows = new LinkedHashMap<>();
        for (Item item : JOB.catalogue().items()) {
            rows.put(item.code(), new FormerFigures.Row(figure(values, item.code()), figure(priorYear, item.code())));
        }
        return new FormContents(
                Map.of(), Map.of(), Map.of(), "", DataNature.REAL, Optional.of(new FormerFigures(MAY, rows)));
    }

    private static Optional<BigDecimal> figure(Map<String, String> figures, ItemCode item) {
        return Optional.ofNullable(figures.get(item.value())).map(BigDecimal::new);
    }

    private static List<String> head(XSSFSheet sheet) {
        for (Row row : sheet) {
            List<String> captions = new ArrayList<>();
            row.forEach(cell -> captions.add(cell.toString().replace("\n", "")));
            if (captions.contains("代码")) {
                return captions;
            }
        }
        return List.of();
    }

    private static List<String> texts(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        return texts;
    }

    private static Row row(XSSFSheet sheet, String code) {
        for (Row row : sheet) {
            if (row.getCell(2) != null && row.getCell(2).toString().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no row " + code);
    }
}
