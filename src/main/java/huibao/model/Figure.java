package huibao.model;

import java.util.List;
import java.util.Optional;

/**
 * One cell as read.
 *
 * @param at where it stands; empty if the form has no such cell
 * @param rawText what was typed, before any conversion; empty for a blank cell
 * @param amount the figure or why there is none
 * @param conversions what was done to the text, in order
 */
public record Figure(Optional<CellRef> at, String rawText, Amount amount, List<Conversion> conversions) {

    private static final Figure NOT_ASKED =
            new Figure(Optional.empty(), "", new Amount.Missing(MissingReason.NOT_ASKED), List.of());

    public Figure {
        conversions = List.copyOf(conversions);
    }

    /** A figure of a column that the form does not have. */
    public static Figure notAsked() {
        return NOT_ASKED;
    }
}
