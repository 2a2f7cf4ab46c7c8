package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sum, and how many units gave a part of it; any two can be added, in any order and grouping.
 *
 * @param units how many gave a part
 * @param total what their parts come to; zero if nobody gave one
 */
public record CountedSum(int units, BigDecimal total) {

    /** Nobody gave a part. */
    public static final CountedSum NONE = new CountedSum(0, BigDecimal.ZERO);

    /** What one unit gave, if anything. */
    public static CountedSum of(Optional<BigDecimal> part) {
        return part.map(value -> new CountedSum(1, BigDecimal.ZERO.add(value))).orElse(NONE);
    }

    public CountedSum plus(CountedSum other) {
        return new CountedSum(units + other.units, total.add(other.total));
    }

    /** Without the units of another, which must be in this one; may keep decimals that they brought. */
    public CountedSum minus(CountedSum other) {
        return new CountedSum(units - other.units, total.subtract(other.total));
    }

    /** The sum if it is over so many units; empty if one of them is not in it. */
    public Optional<BigDecimal> over(int expected) {
        return units == expected ? Optional.of(total) : Optional.empty();
    }
}
