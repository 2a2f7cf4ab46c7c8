package huibao.attainment;

import huibao.model.Fraction;
import huibao.model.Interval;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an exact value lies between; interval arithmetic on fractions.
 *
 * @param low lower end; empty if unbounded below
 * @param high upper end; empty if unbounded above
 */
record Range(Optional<Fraction> low, Optional<Fraction> high) {

    private static final Range UNBOUNDED = new Range(Optional.empty(), Optional.empty());

    static Range of(Interval interval) {
        return new Range(interval.low(), interval.high());
    }

    static Range unbounded() {
        return UNBOUNDED;
    }

    /** A value that is known; unbounded if there is none. */
    static Range exactly(Optional<Fraction> value) {
        return new Range(value, value);
    }

    /** The range of the quotient; unbounded if the divisor may be zero or negative. */
    Range over(Range divisor) {
        if (divisor.low.filter(end -> end.signum() > 0).isEmpty()) {
            return UNBOUNDED;
        }
        Fraction smallest = divisor.low.get();
        return new Range(
                low.map(end -> end.signum() < 0 ? end.over(smallest) : shrunk(end, divisor)),
                high.map(end -> end.signum() > 0 ? end.over(smallest) : shrunk(end, divisor)));
    }

    /** The narrowest range that holds both. */
    Range hull(Range other) {
        return new Range(low.flatMap(a -> other.low.map(a::min)), high.flatMap(a -> other.high.map(a::max)));
    }

    Range lessOne() {
        return new Range(low.map(Fraction::lessOne), high.map(Fraction::lessOne));
    }

    Range times(BigDecimal positive) {
        return new Range(low.map(end -> end.times(positive)), high.map(end -> end.times(positive)));
    }

    boolean isExact() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
    }

    boolean contains(BigDecimal value) {
        return low.map(end -> end.compareTo(value) <= 0).orElse(true)
                && high.map(end -> end.compareTo(value) >= 0).orElse(true);
    }

    // Divided by the largest divisor there may be; without a largest it comes as near to zero as one likes.
    private static Fraction shrunk(Fraction end, Range divisor) {
        return divisor.high.map(end::over).orElse(Fraction.ZERO);
    }
}
