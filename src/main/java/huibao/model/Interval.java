package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a figure is known to lie between; both ends belong to it.
 *
 * @param low lower end; empty if unbounded below
 * @param high upper end; empty if unbounded above
 */
public record Interval(Optional<BigDecimal> low, Optional<BigDecimal> high) {

    public Interval {
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            throw new IllegalArgumentException("low " + low.get().toPlainString() + " above high "
                    + high.get().toPlainString());
        }
    }

    /** A figure that is known. */
    public static Interval exactly(BigDecimal value) {
        return new Interval(Optional.of(value), Optional.of(value));
    }

    /** Both ends known. */
    public static Interval between(BigDecimal low, BigDecimal high) {
        return new Interval(Optional.of(low), Optional.of(high));
    }

    /** No upper end. */
    public static Interval from(BigDecimal low) {
        return new Interval(Optional.of(low), Optional.empty());
    }

    /** Nothing known. */
    public static Interval unbounded() {
        return new Interval(Optional.empty(), Optional.empty());
    }

    /** The interval of the sum. */
    public Interval plus(Interval other) {
        return new Interval(low.flatMap(a -> other.low.map(a::add)), high.flatMap(a -> other.high.map(a::add)));
    }

    /** Whether it holds one value only. */
    public boolean isExact() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
    }
}
