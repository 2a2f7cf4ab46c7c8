package huibao.spreadsheet;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.jspecify.annotations.Nullable;

/** A sheet as the library's evaluator wants it. Every look at a cell is counted and remembered. */
final class FormulaSheet implements EvaluationSheet {

    /** No sum of such numbers is another one's. */
    private static final String SOME_NUMBER = "7919.37";

    private final Grid grid;
    private FormulaTrail trail;

    FormulaSheet(Grid grid, FormulaTrail trail) {
        this.grid = grid;
        this.trail = trail;
    }

    Grid grid() {
        return grid;
    }

    void follow(FormulaTrail next) {
        trail = next;
    }

    @Override
    public @Nullable EvaluationCell getCell(int row, int column) {
        trail.step(1);
        if (!grid.wasLookedAt(column)) {
            throw new UnknownResultException(grid.name() + "!" + Cell.address(row, column));
        }
        Optional<Cell> found = grid.cell(row, column)
                .filter(cell -> !cell.isBlank() || cell.formula().isPresent());
        if (found.isEmpty()) {
            trail.blank(grid, row, column);
            return trail.fillsBlanks() ? filled(row, column) : null;
        }
        if (found.get().formula().isEmpty()) {
            trail.seen(grid, found.get());
        }
        return new FormulaCell(this, found.get());
    }

    private FormulaCell filled(int row, int column) {
        return new FormulaCell(
                this, new Cell(row, column, Cell.Kind.NUMBER, SOME_NUMBER, Style.GENERAL, Optional.empty(), List.of()));
    }

    @Override
    public void clearAllCachedResultValues() {
        // Nothing is kept here.
    }

    @Override
    public int getLastRowNum() {
        return grid.rowNumbers().isEmpty() ? 0 : grid.rowNumbers().last();
    }

    @Override
    public boolean isRowHidden(int row) {
        return grid.isRowHidden(row);
    }
}
