package huibao.spreadsheet;

/**
 * A part of a cell's text that looks alike.
 *
 * @param text its characters
 * @param mark what is done to them
 */
public record Run(String text, Mark mark) {

    /** What makes another figure of characters. */
    public enum Mark {
        NONE,
        /** Whatever the cell is. */
        AS_CELL,
        STRUCK,
        RAISED,
        LOWERED
    }

    static Mark mark(boolean struck, boolean raised, boolean lowered) {
        if (struck) {
            return Mark.STRUCK;
        }
        if (raised) {
            return Mark.RAISED;
        }
        return lowered ? Mark.LOWERED : Mark.NONE;
    }
}
