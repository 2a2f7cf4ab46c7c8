package huibao.spec;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The form's table moved about: columns inserted and exchanged, rows continued elsewhere. Values only. */
final class TableShape {

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final int captionRow;

    TableShape(XSSFWorkbook workbook, XSSFSheet sheet, int captionRow) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.captionRow = captionRow;
    }

    /** The items' cells of one column. */
    List<Cell> cellsOf(int column) {
        return tableRows().stream()
                .filter(TableShape::isItem)
                .map(row -> row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK))
                .toList();
    }

    private static boolean isItem(Row row) {
        Cell code = row.getCell(2);
        return code != null
                && code.getCellType() == CellType.STRING
                && code.getStringCellValue().matches("T\\d{4}[AB]?");
    }

    void moveColumns(int from) {
        for (Row row : tableRows()) {
            for (int column = FormEditor.COLUMNS.size(); column > from; column--) {
                move(row.getCell(column - 1), row, column);
            }
        }
    }

    void swap(int one, int other) {
        for (Row row : tableRows()) {
            move(row.getCell(one), row, 30);
            move(row.getCell(other), row, one);
            move(row.getCell(30), row, other);
        }
    }

    private List<Row> tableRows() {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() == captionRow || row.getRowNum() == captionRow + 1 || isItem(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Values only: formulas and formats stay behind. */
    private static void move(Cell from, Row row, int column) {
        Cell to = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (to.getCellType() == CellType.FORMULA) {
            to.removeFormula();
        }
        if (from == null) {
            to.setBlank();
            return;
        }
        if (from.getCellType() == CellType.FORMULA) {
            from.removeFormula();
            from.setBlank();
        }
        switch (from.getCellType()) {
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case STRING -> to.setCellValue(from.getStringCellValue());
            default -> to.setBlank();
        }
        from.setBlank();
    }

    /** A table too long for one page goes on, under the same captions, on a sheet of its own. */
    void moveRows(String name, Row first) {
        Sheet other = workbook.createSheet(name);
        moveTo(other, first, 1);
        other.createRow(0).createCell(0).setCellValue("政府工作报告目标任务进展月报（续表）");
    }

    void blockBelow(Row first) {
        Row title = sheet.createRow(sheet.getLastRowNum() + 3);
        title.createCell(0).setCellValue("续表");
        moveTo(sheet, first, title.getRowNum() + 1);
    }

    private void moveTo(Sheet other, Row first, int line) {
        List<Row> rows = tableRows();
        int at = line;
        Row head = other.createRow(at++);
        for (int column = 0; column < FormEditor.COLUMNS.size(); column++) {
            head.createCell(column)
                    .setCellValue(sheet.getRow(captionRow).getCell(column).getStringCellValue());
        }
        for (Row row : rows) {
            if (row.getRowNum() >= first.getRowNum()) {
                Row to = other.createRow(at++);
                for (int column = 0; column < FormEditor.COLUMNS.size(); column++) {
                    move(row.getCell(column), to, column);
                }
            }
        }
    }

    void tableAgain() {
        int at = sheet.getLastRowNum() + 3;
        for (Row row : tableRows()) {
            Row to = sheet.createRow(at++);
            for (int column = 0; column < FormEditor.COLUMNS.size(); column++) {
                Cell from = row.getCell(column);
                if (from != null && from.getCellType() == CellType.NUMERIC) {
                    to.createCell(column).setCellValue(from.getNumericCellValue());
                } else if (from != null && from.getCellType() == CellType.STRING) {
                    to.createCell(column).setCellValue(from.getStringCellValue());
                }
            }
        }
    }
}
