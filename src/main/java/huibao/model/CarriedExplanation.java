package huibao.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a 核实说明 of the previous period stands on the form of the next: marked as what it is, it counts for nothing
 * until the district says that it still holds, by one word in its place or by the choice the cell offers.
 */
public final class CarriedExplanation {

    private static final String MARK = "上期说明：";
    private static final String CONFIRMED = "本期仍适用：";
    private static final Pattern MARKED_TEXT = Pattern.compile("\\s*上期说明\\s*[：:]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern CONFIRMED_TEXT =
            Pattern.compile("\\s*(?:本期)?(?:仍|继续)?(?:适用|有效|沿用)\\s*[：:]\\s*(.*)", Pattern.DOTALL);
    private static final Set<String> YES = Set.of("是", "√", "✓", "✔", "对", "沿用", "确认", "仍适用", "y", "yes");

    private CarriedExplanation() {}

    /** As it is put on the next period's form. */
    public static String marked(String text) {
        return MARK + bare(text);
    }

    /** As it stands once it is said to hold still. */
    public static String confirmed(String text) {
        return CONFIRMED + bare(text);
    }

    /** Whether a text is marked as the previous period's. */
    public static boolean isMarked(String text) {
        return MARKED_TEXT.matcher(text).matches();
    }

    /** Whether a text says that it holds still. */
    public static boolean isConfirmed(String text) {
        return CONFIRMED_TEXT.matcher(text).matches();
    }

    /**
     * Whether an explanation repeats the one of the previous form for other figures, without saying that it still
     * holds.
     *
     * @param row the row
     * @param before the item's row on the previous form
     */
    public static boolean isLeftIn(Observation row, Observation before) {
        return !row.explanation().isBlank()
                && !isConfirmed(row.explanation())
                && bare(row.explanation()).equals(bare(before.explanation()))
                && (isMarked(row.explanation())
                        || differ(row.value(), before.value())
                        || differ(row.priorYear(), before.priorYear()));
    }

    private static boolean differ(Figure a, Figure b) {
        Optional<BigDecimal> one = a.amount().known();
        Optional<BigDecimal> other = b.amount().known();
        return one.isPresent() != other.isPresent()
                || one.filter(figure -> figure.compareTo(other.orElseThrow()) != 0)
                        .isPresent();
    }

    /** Whether a text is nothing but the word that what stood there holds still. */
    public static boolean isYes(String text) {
        return YES.contains(text.strip().replaceAll("[。.!！]$", "").toLowerCase(Locale.ROOT));
    }

    /** The explanation itself. */
    public static String bare(String text) {
        Matcher marked = MARKED_TEXT.matcher(text);
        if (marked.matches()) {
            return bare(marked.group(1));
        }
        Matcher confirmed = CONFIRMED_TEXT.matcher(text);
        return confirmed.matches() ? bare(confirmed.group(1)) : text.strip();
    }
}
