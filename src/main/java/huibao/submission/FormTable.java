package huibao.submission;

import huibao.spreadsheet.Grid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of the form: its columns and the rows it spans. Rows and columns are 0-based.
 *
 * @param sheet where it stands
 * @param columns the columns found, those with several candidates left out
 * @param ambiguous columns with several candidates
 * @param captionUnits the unit of measure a caption names in parentheses, by column
 * @param notPriorYear a column that is named like 上年同期 and is not, where there is no other; else empty
 * @param top the first row of captions
 * @param firstRow the first row beneath the captions
 * @param lastRow the last row before the next table or the end of the sheet
 */
record FormTable(
        Grid sheet,
        Map<Column, Integer> columns,
        Map<Column, List<Integer>> ambiguous,
        Map<Integer, String> captionUnits,
        Optional<Integer> notPriorYear,
        int top,
        int firstRow,
        int lastRow) {

    FormTable {
        columns = Map.copyOf(columns);
        ambiguous = Map.copyOf(ambiguous);
        captionUnits = Map.copyOf(captionUnits);
    }

    /** Whether the column is there, once or more often. */
    boolean has(Column column) {
        return columns.containsKey(column) || ambiguous.containsKey(column);
    }

    Optional<Integer> column(Column column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** Text of a cell of the row; a cell merged over several columns of its row counts, one over rows does not. */
    String text(int row, Column column) {
        return column(column)
                .map(c -> sheet.mergeAt(row, c)
                        .filter(merge -> merge.top() == row)
                        .map(merge -> sheet.text(row, merge.left()))
                        .orElseGet(() -> sheet.text(row, c)))
                .orElse("");
    }

    /** Text that a merged region gives to all its rows: a unit or an explanation that goes for several. */
    String textAcross(int row, Column column) {
        return column(column).map(c -> sheet.textAcross(row, c)).orElse("");
    }

    FormTable endingAt(int row) {
        return new FormTable(sheet, columns, ambiguous, captionUnits, notPriorYear, top, firstRow, row);
    }
}
