package huibao.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet written from top to bottom, with what all printed sheets have in common. */
public final class PrintedSheet {

    private static final double SIDE_MARGIN_INCHES = 0.6;

    private final XSSFSheet sheet;
    private final FormStyles styles;
    private int next;

    public PrintedSheet(XSSFWorkbook workbook, String name, FormStyles styles, int... widths) {
        this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        this.styles = styles;
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
    }

    public XSSFSheet sheet() {
        return sheet;
    }

    public FormStyles styles() {
        return styles;
    }

    /** A new row below the last, of a height in points. */
    public Row row(float points) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(points);
        return row;
    }

    /** Text in one cell; it is never a formula, whatever it begins with. */
    public static Cell text(Row row, int column, String text, XSSFCellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        return cell;
    }

    /** Text over several cells of a row. */
    public void spanned(Row row, int from, int to, String text, XSSFCellStyle style) {
        text(row, from, text, style);
        for (int column = from + 1; column <= to; column++) {
            text(row, column, "", style);
        }
        if (to > from) {
            // Rows are written once, so that no region meets another; holding each against all is work for nothing.
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, to));
        }
    }

    /** A row of column headings. */
    public Row headings(float points, String... texts) {
        Row row = row(points);
        for (int column = 0; column < texts.length; column++) {
            text(row, column, texts[column], styles.head());
        }
        return row;
    }

    /** The header block's left, centre and right texts, ten columns wide or less. */
    public void subline(int lastColumn, String left, String centre, String right) {
        Row row = row(18);
        int third = Math.max(1, (lastColumn + 1) / 3);
        spanned(row, 0, third - 1, left, styles.plain(HorizontalAlignment.LEFT));
        spanned(row, third, lastColumn - third, centre, styles.plain(HorizontalAlignment.CENTER));
        spanned(row, lastColumn - third + 1, lastColumn, right, styles.plain(HorizontalAlignment.RIGHT));
    }

    /** A4 landscape, one page wide, numbered; the rows of the table's head repeat and stay in view. */
    public void finish(Optional<CellRangeAddress> head, int frozenColumns, String pageNumber) {
        quoteWhatLooksLikeFormulas();
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter(pageNumber);
        sheet.setMargin(PageMargin.LEFT, SIDE_MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, SIDE_MARGIN_INCHES);
        head.ifPresent(rows -> {
            sheet.setRepeatingRows(rows);
            sheet.createFreezePane(frozenColumns, rows.getLastRow() + 1);
        });
    }

    /** Only unlocked cells can be changed; no password, and widths, heights and filters stay free. */
    public void protect() {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    /** Text a spreadsheet would take for a formula when somebody edits the cell is marked as text for good. */
    private void quoteWhatLooksLikeFormulas() {
        boolean hasNone = sheet.getWorkbook().getSharedStringSource().getSharedStringItems().stream()
                .noneMatch(text -> TextWidth.looksLikeFormula(text.getString()));
        if (hasNone) {
            return;
        }
        Map<Short, XSSFCellStyle> quoted = new HashMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING && TextWidth.looksLikeFormula(cell.getStringCellValue())) {
                    cell.setCellStyle(quoted.computeIfAbsent(
                            cell.getCellStyle().getIndex(), index -> quoted((XSSFCellStyle) cell.getCellStyle())));
                }
            }
        }
    }

    private static XSSFCellStyle quoted(XSSFCellStyle style) {
        XSSFCellStyle quoted = style.copy();
        quoted.setQuotePrefixed(true);
        return quoted;
    }
}
