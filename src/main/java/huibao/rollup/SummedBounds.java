package huibao.rollup;

import huibao.model.Fraction;
import huibao.model.Interval;
import java.util.Optional;

/**
 * Intervals added up so that one can be taken out again: an end that is not known leaves the sum without that end
 * only as long as it is in.
 *
 * @param low Σ of the lower ends
 * @param high Σ of the upper ends
 */
record SummedBounds(End low, End high) {

    static final SummedBounds NONE = new SummedBounds(End.NONE, End.NONE);

    /**
     * One end.
     *
     * @param unknown how many intervals have none
     * @param total Σ over the others
     */
    record End(int unknown, Fraction total) {

        static final End NONE = new End(0, Fraction.ZERO);
        private static final End UNKNOWN = new End(1, Fraction.ZERO);

        static End of(Optional<Fraction> end) {
            return end.map(known -> new End(0, known)).orElse(UNKNOWN);
        }

        End plus(End other) {
            return new End(unknown + other.unknown, total.plus(other.total));
        }

        End minus(End other) {
            return new End(unknown - other.unknown, total.minus(other.total));
        }

        Optional<Fraction> known() {
            return unknown == 0 ? Optional.of(total) : Optional.empty();
        }
    }

    static SummedBounds of(Interval interval) {
        return new SummedBounds(End.of(interval.low()), End.of(interval.high()));
    }

    SummedBounds plus(SummedBounds other) {
        return new SummedBounds(low.plus(other.low), high.plus(other.high));
    }

    SummedBounds minus(SummedBounds other) {
        return new SummedBounds(low.minus(other.low), high.minus(other.high));
    }

    Interval interval() {
        return new Interval(low.known(), high.known());
    }
}
