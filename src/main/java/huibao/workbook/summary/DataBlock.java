package huibao.workbook.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The figures a chart draws, written beside it. */
final class DataBlock {

    private static final int NAME_WIDTH = 32 * 256;

    private final SheetContext context;
    private final XSSFSheet sheet;
    private final int column;

    DataBlock(SheetContext context, XSSFSheet sheet, int column) {
        this.context = context;
        this.sheet = sheet;
        this.column = column;
        sheet.setColumnWidth(column, NAME_WIDTH);
    }

    void heads(int rowIndex, String title, List<String> names) {
        text(rowIndex, column, title, Look.HEADER);
        for (int i = 0; i < names.size(); i++) {
            text(rowIndex, column + 1 + i, names.get(i), Look.HEADER);
        }
    }

    /** A name with its figures, which lead to where they come from. */
    void line(int rowIndex, String name, List<BigDecimal> values, int decimals, Optional<SourceLinks.Link> source) {
        text(rowIndex, column, name, Look.LEFT);
        for (int i = 0; i < values.size(); i++) {
            XSSFCell cell = row(rowIndex).createCell(column + 1 + i);
            cell.setCellValue(context.rounded(values.get(i), decimals).doubleValue());
            cell.setCellStyle(context.styles()
                    .number(Look.RIGHT, PrintedNumber.plain(decimals).pattern()));
            source.ifPresent(to -> SheetWriter.link(context, cell, to));
        }
    }

    private void text(int rowIndex, int at, String text, Look look) {
        XSSFCell cell = row(rowIndex).createCell(at);
        cell.setCellValue(text);
        cell.setCellStyle(context.styles().text(look, text));
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }
}
