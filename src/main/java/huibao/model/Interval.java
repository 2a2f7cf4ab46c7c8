package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a figure is known to lie between; both ends belong to it, and are exact, so that a sum of
 * intervals is as wide as it must be and no wider.
 *
 * @param low lower end; empty if unbounded below
 * @param high upper end; empty if unbounded above
 */
public record Interval(Optional<Fraction> low, Optional<Fraction> high) {

    public Interval {
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            throw new IllegalArgumentException("low " + low.get() + " above high " + high.get());
        }
    }

    /** A figure that is known. */
    public static Interval exactly(BigDecimal value) {
        return between(value, value);
    }

    /** Both ends known. */
    public static Interval between(BigDecimal low, BigDecimal high) {
        return between(Fraction.of(low), Fraction.of(high));
    }

    /** Both ends known. */
    public static Interval between(Fraction low, Fraction high) {
        return new Interval(Optional.of(low), Optional.of(high));
    }

    /** No upper end. */
    public static Interval from(BigDecimal low) {
        return new Interval(Optional.of(Fraction.of(low)), Optional.empty());
    }

    /** Nothing known. */
    public static Interval unbounded() {
        return new Interval(Optional.empty(), Optional.empty());
    }

    /** The interval of the sum. */
    public Interval plus(Interval other) {
        return new Interval(low.flatMap(a -> other.low.map(a::plus)), high.flatMap(a -> other.high.map(a::plus)));
    }

    /** Whether it holds one value only. */
    public boolean isExact() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
    }
}
