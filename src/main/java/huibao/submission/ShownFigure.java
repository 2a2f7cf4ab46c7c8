package huibao.submission;

import huibao.model.MissingReason;
import huibao.spreadsheet.NumberFormat;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person reads where a number format shows something else than the number that is stored. */
sealed interface ShownFigure {

    /**
     * A number, perhaps with a unit, that is the stored one moved by powers of ten.
     *
     * @param text as shown
     * @param number the stored number, moved likewise: not rounded as it is shown
     * @param places how far its point was moved to the right
     * @param unit what stands behind it; empty if nothing
     */
    record Moved(String text, BigDecimal number, int places, String unit) implements ShownFigure {}

    /**
     * A word that says there is no figure.
     *
     * @param text as shown
     * @param meaning what it means where it is typed
     */
    record Word(String text, FigureText.Refused meaning) implements ShownFigure {}

    /** Nothing at all. */
    record Nothing() implements ShownFigure {}

    /**
     * Anything else.
     *
     * @param text as shown; empty if it cannot be told
     */
    record Other(String text) implements ShownFigure {}

    /** What a person reads of a stored number. */
    static ShownFigure of(NumberFormat format, BigDecimal stored) {
        Optional<String> shown = format.shown(stored);
        if (shown.isEmpty()) {
            return new Other("");
        }
        String text = shown.get();
        if (text.isEmpty()) {
            return new Nothing();
        }
        FigureText read = FigureText.of(text);
        if (read instanceof FigureText.Refused refused) {
            return refused.reason() == MissingReason.UNREADABLE ? new Other(text) : new Word(text, refused);
        }
        FigureText.Typed typed = (FigureText.Typed) read;
        for (int step = 0; step <= Moving.PLACES; step++) {
            for (int places : new int[] {-step, step}) {
                BigDecimal moved = stored.movePointRight(places);
                if (Moving.isRounded(moved, typed.number(), text)) {
                    return new Moved(text, moved, places, typed.unit());
                }
            }
        }
        return new Other(text);
    }

    /** Whether what is shown is the stored number, its point moved and its last digits rounded away. */
    final class Moving {

        static final int PLACES = 12;
        private static final Pattern DECIMALS = Pattern.compile("\\d\\.(\\d+)");
        private static final BigDecimal HALF_AND_A_BIT = new BigDecimal("0.50001");

        private Moving() {}

        static boolean isRounded(BigDecimal moved, BigDecimal seen, String text) {
            Matcher decimals = DECIMALS.matcher(text);
            int places = decimals.find() ? decimals.group(1).length() : 0;
            BigDecimal off = moved.subtract(seen).abs();
            boolean isSigned = moved.signum() == seen.signum() || seen.signum() == 0;
            return isSigned && off.compareTo(HALF_AND_A_BIT.movePointLeft(places)) <= 0;
        }
    }
}
