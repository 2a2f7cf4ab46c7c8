package huibao.submission;

import huibao.model.CellRef;
import huibao.model.Item;
import huibao.spreadsheet.Grid;

/**
 * Where a figure is looked for.
 *
 * @param row 0-based
 * @param column what it is
 * @param at the sheet's column, 0-based
 * @param item whose figure it is
 */
record FigureCell(FormTable table, int row, Column column, int at, Item item) {

    Grid sheet() {
        return table.sheet();
    }

    CellRef ref() {
        return sheet().ref(row, at);
    }

    /** The unit of measure in which the figure is asked for. */
    String expectedUnit() {
        return column == Column.GROWTH ? FigureUnits.PERCENT : item.unitMeasure();
    }

    /** The bureau's own entry, about which a district is not asked. */
    boolean isAssigned() {
        return column == Column.ASSIGNED;
    }

    /** Whether a merged region makes one cell of what should be two figures. */
    boolean joinsFigures(Grid.Merge merge) {
        long columns = table.columns().entrySet().stream()
                .filter(entry -> entry.getKey().isFigure())
                .filter(entry -> entry.getValue() >= merge.left() && entry.getValue() <= merge.right())
                .count();
        return merge.top() != merge.bottom() || columns > 1;
    }
}
