package huibao.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of its form a unit filled in (完整率).
 *
 * @param asked items the form asks the unit for
 * @param filled those of them with a figure, or a mark that says why there is none, on the newest form that could be
 *     read; empty if it sent none
 */
public record Completeness(int asked, Optional<Integer> filled) {

    private static final int STEPS = 5;

    public Completeness {
        if (asked < 0 || filled.filter(count -> count < 0 || count > asked).isPresent()) {
            throw new IllegalArgumentException(filled + " of " + asked + " items filled in");
        }
    }

    /** Filled over asked items in percent, kept to 12 decimals; empty if nothing was sent or is asked. */
    public Optional<BigDecimal> fillPercent(RoundingMode rounding) {
        return filled.filter(count -> asked > 0)
                .map(count -> BigDecimal.valueOf(100L * count).divide(BigDecimal.valueOf(asked), 12, rounding));
    }

    /** The share left blank in steps of 20 %: 0 for none, 1 up to 20 %, … 5 above 80 %; empty like the rate. */
    public Optional<Integer> unfilledStep() {
        return filled.filter(count -> asked > 0).map(count -> -Math.floorDiv(-(asked - count) * STEPS, asked));
    }
}
