package huibao.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** The decimal a person typed, recovered from what the file stores. */
public final class Numbers {

    /** A double holds any decimal of so many digits, and a spreadsheet shows and keeps no more. */
    private static final int SAFE_DIGITS = 15;

    private static final int MOST_DIGITS = 17;
    /** Beyond the range of a double, and of anything a form asks. */
    private static final int LARGEST_EXPONENT = 400;

    private Numbers() {}

    /** The number's shortest plain text; the text itself if it is not a number of sensible size. */
    static String shortest(String text) {
        return decimal(text).map(Numbers::plain).orElse(text);
    }

    /**
     * The number as typed: 4.3899999999999997 is 4.39, 27.137200000000004 is 27.1372. More than fifteen
     * digits are the noise of a binary fraction, so fifteen of the shortest decimal of the same double are kept.
     */
    public static Optional<BigDecimal> decimal(String text) {
        return exact(text).flatMap(exact -> {
            if (exact.precision() <= SAFE_DIGITS) {
                return Optional.of(exact);
            }
            double binary = exact.doubleValue();
            return Double.isFinite(binary) ? Optional.of(keptDigits(shortest(binary))) : Optional.empty();
        });
    }

    /** The number the text denotes, exactly. */
    public static Optional<BigDecimal> exact(String text) {
        String trimmed = Text.trim(text);
        if (trimmed.isEmpty() || trimmed.length() > SheetLimits.FIGURE_CHARS) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(trimmed);
            if (Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
                return Optional.empty();
            }
            return Optional.of(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal keptDigits(BigDecimal value) {
        return value.round(new MathContext(SAFE_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static BigDecimal shortest(double binary) {
        BigDecimal exact = new BigDecimal(binary);
        for (int digits = SAFE_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (Double.compare(candidate.doubleValue(), binary) == 0) {
                return candidate.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
