package huibao.spreadsheet;

/**
 * What calculating a formula again came to.
 *
 * @param outcome how it compares with the stored result
 * @param result what the formula gives, as text; empty if unknown
 * @param source what is to blame: the cells a zero is made of, the range with hidden rows, what is not calculated
 */
public record Recalculated(Outcome outcome, String result, String source) {

    /** How the result of a formula compares with the one that is stored. */
    public enum Outcome {
        SAME,
        /** The same, but a zero made of blank cells, or of an error. */
        ZERO_OF_NOTHING,
        /** A zero is stored, which the formula does not give: nobody ever calculated it. */
        NEVER_CALCULATED,
        /** A zero is stored where the formula gives an empty text. */
        EMPTY,
        DIFFERENT,
        /** It leaves out rows that are hidden. */
        SKIPS_HIDDEN_ROWS,
        /** It is not calculated here. */
        UNKNOWN
    }

    static Recalculated of(Outcome outcome, String result) {
        return new Recalculated(outcome, result, "");
    }
}
