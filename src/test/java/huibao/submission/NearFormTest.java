package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workbook without a form has of one, where, and what it lacks. */
class NearFormTest {

    private static final Messages CHINESE = Messages.in(Locale.CHINESE);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @TempDir
    Path folder;

    @Test
    void aHeadingWithoutATable() {
        Finding finding = refused(workbook -> keep(workbook, cell -> cell.getRowIndex() < 4));
        assertThat(CHINESE.message(finding)).contains("没有一个单元格像本表的列名", "最接近的是工作表", "表头有");
    }

    @Test
    void captionsWithoutItems() {
        Finding finding = refused(workbook -> keep(workbook, cell -> cell.getRowIndex() < Forms.FIRST));
        assertThat(CHINESE.message(finding)).contains("列名之下没有本表的指标名称或代码", "“代码” ");
        assertThat(ENGLISH.message(finding)).contains("no item or code of this form stands beneath the captions");
        assertThat(finding.cells()).extracting(CellRef::toString).containsExactly("填报表!A5");
    }

    @Test
    void itemsWithoutCaptions() {
        Finding finding = refused(workbook -> keep(workbook, cell -> cell.getRowIndex() >= Forms.FIRST));
        assertThat(CHINESE.message(finding)).contains("缺少列名一行", "本表指标有", "第一个是");
    }

    @Test
    void captionsWithoutOneForTheFigures() {
        Finding finding = refused(
                workbook -> keep(workbook, cell -> cell.getRowIndex() >= Forms.FIRST || cell.getColumnIndex() < 3));
        assertThat(CHINESE.message(finding)).contains("缺少填数的列");
    }

    @Test
    void nothingAtAll() {
        assertThat(CHINESE.message(refused(workbook -> keep(workbook, cell -> false))))
                .isEqualTo("文件中没有找到填报表：可见的工作表都是空的（图片不能读取）。");
        Finding other = refused(workbook -> {
            keep(workbook, cell -> false);
            Forms.set(workbook, 0, 0, "会议通知");
        });
        assertThat(CHINESE.message(other)).isEqualTo("文件中没有找到填报表：没有一个单元格像本表的列名、指标名称或代码。");
    }

    @Test
    void theSheetThatExplainsTheFormIsNotTheNearest() {
        Finding finding = refused(workbook -> {
            Sheet notes = workbook.createSheet("填表说明");
            Forms.row(notes, 0, "填表说明");
            Forms.row(notes, 1, "指标一览", "代码", "计量单位");
            Forms.row(notes, 2, "新增高新技术企业", "T01", "家");
            keep(workbook, cell -> cell.getSheet() == notes || cell.getRowIndex() >= Forms.FIRST);
        });
        assertThat(finding.parameters().get("sheet"))
                .isEqualTo(finding.parameters().get(Finding.FOUND).split("、")[0]);
    }

    private Finding refused(Consumer<Workbook> change) {
        return Forms.read(Forms.form(folder, "xlsx", change)).findings().stream()
                .filter(finding -> finding.kind() == FindingKind.NO_FORM_FOUND)
                .findFirst()
                .orElseThrow();
    }

    private static void keep(Workbook workbook, java.util.function.Predicate<Cell> which) {
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
