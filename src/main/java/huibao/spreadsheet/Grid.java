package huibao.spreadsheet;

import huibao.model.CellRef;
import huibao.model.ReadingLimits;
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
public final class Grid {

    /** A merged region; all ends belong to it. */
    public record Merge(int top, int left, int bottom, int right) {

        boolean covers(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    private final String name;
    private final boolean hidden;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    private final BitSet hiddenRows = new BitSet();
    private Optional<BitSet> shownRows = Optional.empty();
    private final BitSet hiddenColumns = new BitSet();
    private final Merges merges;
    private final Map<String, String> comments = new HashMap<>();
    private final Allowance allowance;
    private int cells;
    private int cutAt;
    private Bound cutBy = Bound.CELLS;
    private Optional<Integer> leftOut = Optional.empty();
    private int leftOutRow;
    private boolean pictures;
    private boolean contradictory;

    private Grid(String name, boolean hidden, Allowance allowance) {
        this.name = name;
        this.hidden = hidden;
        this.allowance = allowance;
        this.merges = new Merges(allowance);
    }

    static Grid visible(String name, Allowance allowance) {
        return new Grid(name, false, allowance);
    }

    static Grid hidden(String name, Allowance allowance) {
        return new Grid(name, true, allowance);
    }

    public String name() {
        return name;
    }

    public boolean isHidden() {
        return hidden;
    }

    /** Whether the sheet holds more than was looked at. */
    public boolean isCut() {
        return cutAt > 0;
    }

    /** The number of cells beyond which nothing was looked at; 0 if everything was. */
    public int cutAt() {
        return cutAt;
    }

    /** Which limit it passed, if it is cut. */
    public Bound cutBy() {
        return cutBy;
    }

    /** The first cell that stands too far to the right to be looked at. */
    public Optional<CellRef> leftOut() {
        return leftOut.map(column -> ref(leftOutRow, column));
    }

    /** Whether pictures or shapes lie over it, which nobody reads. */
    public boolean hasPictures() {
        return pictures;
    }

    void addPictures() {
        pictures = true;
    }

    /** Keeps a cell that has content; false once the sheet is full, when reading on is of no use. */
    boolean put(Cell cell) {
        allowance.step();
        if (cell.kind() == Cell.Kind.NONE && cell.formula().isEmpty()) {
            return true;
        }
        ReadingLimits limits = allowance.limits();
        if (cell.column() >= limits.columns()) {
            if (leftOut.isEmpty()) {
                leftOut = Optional.of(cell.column());
                leftOutRow = cell.row();
            }
            return true;
        }
        if (cells == limits.cells()) {
            cutAt = limits.cells();
            return false;
        }
        if (!allowance.takesCell()) {
            cutAt = limits.workbookCells();
            cutBy = Bound.WORKBOOK_CELLS;
            return false;
        }
        allowance.keep(cell.text());
        cell.formula()
                .filter(formula -> formula.row() == cell.row() && formula.column() == cell.column())
                .ifPresent(formula -> allowance.keep(formula.text()));
        cells++;
        Cell before = rows.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.column(), cell);
        contradictory |= before != null && !before.equals(cell);
        return true;
    }

    /** Whether one cell was put twice with different contents: which one people saw depends on their program. */
    boolean isContradictory() {
        return contradictory;
    }

    void hideRow(int row) {
        hiddenRows.set(row);
    }

    /** The sheet hides all rows but those it writes out; they can be hidden one by one. */
    void hideRowsBut(BitSet written) {
        shownRows = Optional.of(written);
    }

    void hideColumns(int first, int last) {
        hiddenColumns.set(first, last + 1);
    }

    void merge(Merge merge) {
        merges.add(merge);
    }

    public void comment(String address, String text) {
        if (comments.size() < SheetLimits.COMMENTS && !text.isBlank()) {
            allowance.keep(text);
            comments.merge(address, text, (a, b) -> a + " " + b);
        }
    }

    public NavigableSet<Integer> rowNumbers() {
        return rows.navigableKeySet();
    }

    public Collection<Cell> row(int row) {
        allowance.step();
        NavigableMap<Integer, Cell> found = rows.get(row);
        return found == null ? List.of() : found.values();
    }

    public Optional<Cell> cell(int row, int column) {
        allowance.step();
        NavigableMap<Integer, Cell> found = rows.get(row);
        return found == null ? Optional.empty() : Optional.ofNullable(found.get(column));
    }

    /** Whether everything that stands in a column is known. */
    boolean wasLookedAt(int column) {
        return !isCut() && column < allowance.limits().columns();
    }

    /** What a person reads there; empty for a blank cell, and for a picture, which says nothing in words. */
    public String text(int row, int column) {
        return cell(row, column)
                .filter(cell -> !cell.isPicture())
                .map(Cell::display)
                .orElse("");
    }

    /** The same, with the text of a merged region standing in each of its cells. */
    public String textAcross(int row, int column) {
        return mergeAt(row, column)
                .map(merge -> text(merge.top(), merge.left()))
                .orElseGet(() -> text(row, column));
    }

    public Optional<Merge> mergeAt(int row, int column) {
        return merges.at(row, column);
    }

    public boolean isRowHidden(int row) {
        return hiddenRows.get(row) || shownRows.filter(shown -> !shown.get(row)).isPresent();
    }

    public boolean isColumnHidden(int column) {
        return hiddenColumns.get(column);
    }

    public String comment(int row, int column) {
        return comments.getOrDefault(Cell.address(row, column), "");
    }

    public CellRef ref(int row, int column) {
        return new CellRef(name, Cell.address(row, column));
    }
}
