package huibao.spreadsheet;

import java.util.LinkedHashSet;
import java.util.Set;

/** What one formula, with all that it refers to, looked at. It says no more than a message can hold. */
final class FormulaTrail {

    private static final int NAMED = 3;
    /** Cells one formula may look at. */
    private static final int MOST_CELLS = 500_000;

    private final boolean blanksCount;
    private final Set<String> blanks = new LinkedHashSet<>();
    private final Set<String> errors = new LinkedHashSet<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private int cells;
    private boolean number;
    private boolean figure;
    private boolean text;

    private FormulaTrail(boolean blanksCount) {
        this.blanksCount = blanksCount;
    }

    static FormulaTrail ofTheSheet() {
        return new FormulaTrail(false);
    }

    /** As if some number stood in every blank cell. */
    static FormulaTrail withBlanksFilled() {
        return new FormulaTrail(true);
    }

    boolean fillsBlanks() {
        return blanksCount;
    }

    void step(int more) {
        cells += more;
        if (cells > MOST_CELLS) {
            throw new UnknownResultException("> " + MOST_CELLS);
        }
    }

    int cells() {
        return cells;
    }

    void blank(Grid sheet, int row, int column) {
        note(blanks, sheet, row, column);
    }

    void seen(Grid sheet, Cell cell) {
        switch (cell.kind()) {
            case NUMBER -> {
                number = true;
                figure |= Numbers.decimal(cell.text())
                        .filter(value -> value.signum() == 0)
                        .isEmpty();
            }
            case TEXT -> text |= !cell.isBlank();
            case ERROR -> note(errors, sheet, cell.row(), cell.column());
            case BOOLEAN, NONE -> {}
        }
    }

    void error(String what) {
        if (errors.size() < NAMED) {
            errors.add(what);
        }
    }

    void hiddenRows(Set<String> ranges) {
        hidden.addAll(ranges);
    }

    Set<String> hidden() {
        return hidden;
    }

    private static void note(Set<String> cells, Grid sheet, int row, int column) {
        if (cells.size() < NAMED) {
            cells.add(sheet.name() + "!" + Cell.address(row, column));
        }
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether no cell held a number; where texts are counted, no text either. */
    boolean isOfBlanksOnly(boolean countsTexts) {
        return cells > 0 && !number && !(countsTexts && text);
    }

    /** Whether a blank cell stood beside a figure that is not zero. */
    boolean hasBlanksBesideFigures() {
        return figure && !blanks.isEmpty();
    }

    /** The cells a zero is made of. */
    String source() {
        return String.join("、", hasErrors() ? errors : blanks);
    }
}
