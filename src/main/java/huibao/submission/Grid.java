package huibao.submission;

import huibao.model.CellRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/** One sheet: the cells that have content, and what hides, joins or comments them. */
final class Grid {

    /** A merged region; all ends belong to it. */
    record Merge(int top, int left, int bottom, int right) {

        boolean covers(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    private final String name;
    private final boolean hidden;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Merge> merges = new ArrayList<>();
    private final Map<String, String> comments = new HashMap<>();
    private int cells;
    private boolean cut;

    private Grid(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
    }

    static Grid visible(String name) {
        return new Grid(name, false);
    }

    static Grid hidden(String name) {
        return new Grid(name, true);
    }

    String name() {
        return name;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Whether the sheet holds more than was looked at. */
    boolean isCut() {
        return cut;
    }

    /** Keeps a cell that has content; false once the sheet is full, when reading on is of no use. */
    boolean put(Cell cell) {
        if (cell.kind() == Cell.Kind.NONE && cell.formula().isEmpty()) {
            return true;
        }
        if (cells == Limits.CELLS) {
            cut = true;
            return false;
        }
        cells++;
        rows.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.column(), cell);
        return true;
    }

    void hideRow(int row) {
        hiddenRows.set(row);
    }

    void hideColumns(int first, int last) {
        hiddenColumns.set(first, last + 1);
    }

    void merge(Merge merge) {
        if (merges.size() < Limits.MERGES) {
            merges.add(merge);
        }
    }

    void comment(String address, String text) {
        if (comments.size() < Limits.COMMENTS && !text.isBlank()) {
            comments.merge(address, text, (a, b) -> a + " " + b);
        }
    }

    NavigableSet<Integer> rowNumbers() {
        return rows.navigableKeySet();
    }

    Collection<Cell> row(int row) {
        NavigableMap<Integer, Cell> found = rows.get(row);
        return found == null ? List.of() : found.values();
    }

    Optional<Cell> cell(int row, int column) {
        NavigableMap<Integer, Cell> found = rows.get(row);
        return found == null ? Optional.empty() : Optional.ofNullable(found.get(column));
    }

    /** What a person reads there; empty for a blank cell, and for a picture, which says nothing in words. */
    String text(int row, int column) {
        return cell(row, column)
                .filter(cell -> !cell.isPicture())
                .map(Cell::display)
                .orElse("");
    }

    /** The same, with the text of a merged region standing in each of its cells. */
    String textAcross(int row, int column) {
        return mergeAt(row, column)
                .map(merge -> text(merge.top(), merge.left()))
                .orElseGet(() -> text(row, column));
    }

    Optional<Merge> mergeAt(int row, int column) {
        return merges.stream().filter(merge -> merge.covers(row, column)).findFirst();
    }

    boolean isRowHidden(int row) {
        return hiddenRows.get(row);
    }

    boolean isColumnHidden(int column) {
        return hiddenColumns.get(column);
    }

    String comment(int row, int column) {
        return comments.getOrDefault(Cell.address(row, column), "");
    }

    CellRef ref(int row, int column) {
        return new CellRef(name, Cell.address(row, column));
    }
}
