package huibao.spreadsheet;

/**
 * A cell's formula.
 *
 * @param text without the equals sign; empty if the file does not say it in words
 * @param kind how far the text is the cell's own
 * @param row the row of the cell it was written for, 0-based
 * @param column the column of that cell, 0-based
 */
public record Formula(String text, Kind kind, int row, int column) {

    /** How far the text of a formula is the cell's own. */
    public enum Kind {
        OWN,
        /** Written for another cell; references move along. */
        SHARED,
        /** Fills several cells at once, or is a table of what-ifs. */
        SEVERAL_CELLS
    }

    static Formula own(String text, int row, int column) {
        return new Formula(text, Kind.OWN, row, column);
    }
}
