package huibao.workbook.form;

import huibao.workbook.FormStyles;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Puts conditional formats on a form. One format goes for all rows with the same formula. */
final class MarkedCells {

    private static final Pattern PLACE = Pattern.compile("#([A-Z_]+)");

    private final XSSFSheet sheet;
    private final FigureColumns columns;

    MarkedCells(XSSFSheet sheet, FigureColumns columns) {
        this.sheet = sheet;
        this.columns = columns;
    }

    /**
     * What colours a column's cells.
     *
     * @param formula holds for the cells to be coloured; #VALUE is the row's own cell in that column
     */
    record Mark(MarkColour colour, FigureColumn column, String formula) {}

    /** @param rows 0-based, from the top down */
    void put(Mark mark, List<Integer> rows) {
        // Excel takes the formula for that of the first cell.
        int first = rows.get(0) + 1;
        String formula = PLACE.matcher(mark.formula())
                .replaceAll(place -> "\\$" + columns.letter(FigureColumn.valueOf(place.group(1))) + first);
        XSSFConditionalFormattingRule rule =
                sheet.getSheetConditionalFormatting().createConditionalFormattingRule(formula);
        XSSFPatternFormatting paper = rule.createPatternFormatting();
        paper.setFillBackgroundColor(FormStyles.colour(mark.colour().paper()));
        paper.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        XSSFFontFormatting letters = rule.createFontFormatting();
        letters.setFontColor(FormStyles.colour(mark.colour().letters()));
        int column = columns.at(mark.column());
        sheet.getSheetConditionalFormatting().addConditionalFormatting(ranges(rows, column), rule);
    }

    private static CellRangeAddress[] ranges(List<Integer> rows, int column) {
        List<CellRangeAddress> ranges = new ArrayList<>();
        for (int row : rows) {
            CellRangeAddress above = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (above != null && above.getLastRow() == row - 1) {
                above.setLastRow(row);
            } else {
                ranges.add(new CellRangeAddress(row, row, column, column));
            }
        }
        return ranges.toArray(CellRangeAddress[]::new);
    }
}
