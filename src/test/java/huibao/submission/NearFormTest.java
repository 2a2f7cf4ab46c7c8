package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workbook without a form has of one, where, and what it lacks. */
class NearFormTest {

    private static final Messages CHINESE = Messages.in(Locale.CHINESE);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @TempDir
    Path folder;

    @Test
    void aHeadingWithoutATable() {
        Finding finding = refused(workbook -> keep(workbook, cell -> cell.getRowIndex() < 4));

        assertThat(CHINESE.message(finding))
                .isEqualTo("文件中没有找到填报表：只有表头，没有列名行和指标行。找到的有：表号在 填报表!G2；填报单位在 填报表!A3；报告期在 填报表!D3；"
                        + "最上面的文字是“政府工作报告目标任务进展月报”（填报表!A1）。");
        assertThat(finding.cells()).extracting(CellRef::toString).containsExactly("填报表!G2");
    }

    @Test
    void captionsWithoutItems() {
        Finding finding = refused(workbook -> keep(workbook, cell -> cell.getRowIndex() < Forms.FIRST));

        assertThat(CHINESE.message(finding))
                .startsWith("文件中没有找到填报表：有列名行，但没有本表的指标名称或代码，可能是别的表。找到的有：列名（指标名称、计量单位、代码、")
                .contains("）在 填报表!A5 起；表号在 填报表!G2");
        assertThat(ENGLISH.message(finding))
                .startsWith(
                        "No form was found in the file: the captions are there, but no item or code of this form is; it"
                                + " may be another form. What was found: captions (指标名称、计量单位、代码、")
                .contains("from 填报表!A5 on; the form code in 填报表!G2");
        assertThat(finding.cells()).extracting(CellRef::toString).containsExactly("填报表!A5");
    }

    @Test
    void itemsWithoutCaptions() {
        Finding finding = refused(workbook -> keep(workbook, cell -> cell.getRowIndex() >= Forms.FIRST));

        assertThat(lacks(finding)).isEqualTo("CAPTIONS");
        assertThat(CHINESE.message(finding)).contains("没有列名行", "本表的指标 6 个，从 填报表!A7（“新增高新技术企业”）起");
        assertThat(CHINESE.remedy(finding)).startsWith("请在第一个指标上方补上列名行");
        assertThat(finding.cells()).extracting(CellRef::toString).containsExactly("填报表!A7");
    }

    @Test
    void captionsWithoutOneForTheFigures() {
        Finding finding = refused(
                workbook -> keep(workbook, cell -> cell.getRowIndex() >= Forms.FIRST || cell.getColumnIndex() < 3));

        assertThat(lacks(finding)).isEqualTo("FIGURES");
        assertThat(CHINESE.message(finding)).contains("列名行里没有填数的列", "列名（指标名称、计量单位、代码）在 填报表!A5 起");
    }

    @Test
    void captionsWithoutOneForTheItems() {
        Finding finding = refused(workbook -> {
            keep(workbook, cell -> cell.getRowIndex() != 5);
            for (int column : List.of(0, 2)) {
                Forms.set(workbook, 4, column, "");
            }
        });

        assertThat(lacks(finding)).isEqualTo("NAMES");
        assertThat(ENGLISH.message(finding)).contains("names no column of items or codes", "6 of this form's items");
    }

    @Test
    void captionsOnOneSheetAndItemsOnAnother() {
        Finding finding = refused(workbook -> {
            Sheet other = workbook.createSheet("数据");
            for (int row = Forms.FIRST; row < Forms.FIRST + 6; row++) {
                Forms.row(
                        other,
                        row,
                        workbook.getSheetAt(0).getRow(row).getCell(0).getStringCellValue(),
                        "",
                        3);
            }
            keep(workbook, cell -> cell.getSheet() == other || cell.getRowIndex() < Forms.FIRST);
        });

        assertThat(lacks(finding)).isEqualTo("ONE_SHEET");
        assertThat(CHINESE.message(finding)).contains("列名和指标不在同一张工作表上", "在 填报表!A5 起", "从 数据!A7");
    }

    @Test
    void captionsInTwoPlaces() {
        Finding finding = refused(workbook -> {
            keep(
                    workbook,
                    cell -> cell.getRowIndex() >= Forms.FIRST
                            || (cell.getRowIndex() == 4 && cell.getColumnIndex() < 3));
            Forms.row(workbook.getSheetAt(0), 20, "", "", "", "", "本年累计/期末", "上年同期");
        });

        assertThat(lacks(finding)).isEqualTo("ONE_HEAD");
        assertThat(CHINESE.message(finding)).contains("列名分在两处", "另有列名（本年累计/期末、上年同期）在 填报表!E21 起");
    }

    @Test
    void itemsThatStandBesideTheirCaption() {
        Finding finding = refused(workbook -> {
            keep(workbook, cell -> cell.getRowIndex() != 5 && (cell.getRowIndex() < 6 || cell.getColumnIndex() > 2));
            for (int row = Forms.FIRST; row < Forms.FIRST + 6; row++) {
                Forms.set(workbook, row, 12, "T0" + (row - Forms.FIRST + 1));
            }
        });

        assertThat(lacks(finding)).isEqualTo("ITEMS_BENEATH");
        assertThat(CHINESE.message(finding)).contains("不在“指标名称”或“代码”这一列名的下方", "从 填报表!M7（“T01”）起");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void theFormAsAPicture(String format) {
        Finding finding = refused(format, workbook -> {
            keep(workbook, cell -> false);
            int picture = workbook.addPicture(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Workbook.PICTURE_TYPE_PNG);
            ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
            anchor.setRow2(20);
            anchor.setCol2(8);
            workbook.getSheetAt(0).createDrawingPatriarch().createPicture(anchor, picture);
        });

        assertThat(CHINESE.message(finding)).isEqualTo("文件中没有找到填报表：工作表里只有图片或图形，没有填报表的文字和数字。");
        assertThat(ENGLISH.remedy(finding)).startsWith("Figures in a picture cannot be read; type them into the form");
    }

    @Test
    void theFormOnAHiddenSheet() {
        List<Finding> findings = Forms.read(Forms.form(folder, "xlsx", workbook -> {
                    Forms.row(workbook.createSheet("封面"), 0, "鄞州区");
                    workbook.setActiveSheet(1);
                    workbook.setSheetHidden(0, true);
                }))
                .findings();

        Finding finding = findings.stream()
                .filter(one -> one.kind() == FindingKind.NO_FORM_FOUND)
                .findFirst()
                .orElseThrow();
        assertThat(CHINESE.message(finding)).startsWith("文件中没有找到填报表：填报表在隐藏的工作表“填报表”上，隐藏的工作表不读取。");
        assertThat(CHINESE.remedy(finding)).startsWith("请右键点任一工作表标签，选“取消隐藏”");
    }

    @Test
    void theFormTooFarToTheRight() {
        Finding finding = refused(workbook -> {
            Sheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                for (int column = 0; column < 10; column++) {
                    Cell cell = row.getCell(column);
                    if (cell != null) {
                        Cell far = row.createCell(column + 300);
                        if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                            far.setCellValue(cell.getNumericCellValue());
                        } else {
                            far.setCellValue(cell.getStringCellValue());
                        }
                        row.removeCell(cell);
                    }
                }
            }
        });

        assertThat(CHINESE.message(finding)).isEqualTo("文件中没有找到填报表：表放得太靠右，填报表!KO1 及其右边的列没有读取。");
    }

    @Test
    void rowsThatWerePastedIntoACellEach() {
        Finding finding = refused(workbook -> {
            keep(workbook, cell -> false);
            Forms.set(workbook, 0, 0, "指标名称,计量单位,代码,本年累计");
            Forms.set(workbook, 1, 0, "技术交易额,亿元,T02,45.5");
            Forms.set(workbook, 2, 0, "引进大学生,万人,T03,1.2");
        });

        assertThat(CHINESE.message(finding)).contains("每行的内容都挤在一个单元格里");
        assertThat(CHINESE.remedy(finding)).startsWith("请用 Excel“数据—分列”");
    }

    @Test
    void aTableThatLiesOnItsSide() {
        Finding finding = refused(workbook -> {
            keep(workbook, cell -> false);
            Sheet sheet = workbook.getSheetAt(0);
            Forms.row(sheet, 0, "指标名称", "技术交易额", "引进大学生");
            Forms.row(sheet, 1, "计量单位", "亿元", "万人");
            Forms.row(sheet, 2, "代码", "T02", "T03");
            Forms.row(sheet, 3, "本年累计", 45.5, 1.2);
        });

        assertThat(CHINESE.message(finding)).contains("表横竖颠倒了");
    }

    @Test
    void nothingAtAll() {
        assertThat(CHINESE.message(refused(workbook -> keep(workbook, cell -> false))))
                .isEqualTo("文件中没有找到填报表：可见的工作表里没有任何内容。");
    }

    @Test
    void anotherFile() {
        Finding notice = refused(workbook -> {
            keep(workbook, cell -> false);
            Forms.set(workbook, 0, 0, "会议通知");
        });
        Finding staff = refused(workbook -> {
            keep(workbook, cell -> false);
            Forms.row(workbook.getSheetAt(0), 0, "姓名", "单位", "电话", "备注");
            Forms.row(workbook.getSheetAt(0), 1, "张三", "统计局", "1", "");
        });

        assertThat(CHINESE.message(notice)).isEqualTo("文件中没有找到填报表：没有本表的列名、指标名称或代码，看来是别的文件。找到的有：最上面的文字是“会议通知”（填报表!A1）。");
        assertThat(lacks(staff)).isEqualTo("KINSHIP");
    }

    @Test
    void onlyTheSheetThatExplainsTheForm() {
        Finding finding = refused(workbook -> {
            keep(workbook, cell -> false);
            workbook.setSheetName(0, "填表说明");
            Forms.row(workbook.getSheetAt(0), 0, "填表说明");
            Forms.row(workbook.getSheetAt(0), 1, "新增高新技术企业", "T01");
        });

        assertThat(lacks(finding)).isEqualTo("FORM");
    }

    @Test
    void theSheetThatExplainsTheFormIsNotTheNearest() {
        Finding finding = refused(workbook -> {
            Sheet notes = workbook.createSheet("填表说明");
            Forms.row(notes, 0, "填表说明");
            Forms.row(notes, 1, "指标名称", "代码", "计量单位");
            Forms.row(notes, 2, "新增高新技术企业", "T01", "家");
            keep(workbook, cell -> cell.getSheet() == notes || cell.getRowIndex() >= Forms.FIRST);
        });

        assertThat(lacks(finding)).isEqualTo("CAPTIONS");
        assertThat(finding.parameters()).containsEntry("items_at", "填报表!A7");
    }

    private static String lacks(Finding finding) {
        return finding.parameters().getOrDefault("lacks", "");
    }

    private Finding refused(Consumer<Workbook> change) {
        return refused("xlsx", change);
    }

    private Finding refused(String format, Consumer<Workbook> change) {
        List<Finding> findings = Forms.read(Forms.form(folder, format, change)).findings();
        assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.NO_FORM_FOUND);
        return findings.get(0);
    }

    private static void keep(Workbook workbook, Predicate<Cell> which) {
        for (Sheet sheet : workbook) {
            for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
                sheet.removeMergedRegion(i);
            }
            for (Row row : sheet) {
                for (int column = 0; column < 20; column++) {
                    Cell cell = row.getCell(column);
                    if (cell != null && !which.test(cell)) {
                        row.removeCell(cell);
                    }
                }
            }
        }
    }
}
