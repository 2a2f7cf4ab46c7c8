package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far along a flow was at the same time last year, over the units of which both figures are known.
 *
 * @param samePeriod Σ of last year's cumulated figures at the same period
 * @param fullYear Σ of last year's full-year figures of the same units
 * @param units how many units that are
 */
public record PriorYearCourse(BigDecimal samePeriod, BigDecimal fullYear, int units) {

    /** Nothing known of any unit. */
    public static final PriorYearCourse NONE = new PriorYearCourse(BigDecimal.ZERO, BigDecimal.ZERO, 0);

    public PriorYearCourse plus(PriorYearCourse other) {
        return new PriorYearCourse(samePeriod.add(other.samePeriod), fullYear.add(other.fullYear), units + other.units);
    }

    /** Without the units of another, which must be in this one. */
    public PriorYearCourse minus(PriorYearCourse other) {
        return new PriorYearCourse(
                samePeriod.subtract(other.samePeriod), fullYear.subtract(other.fullYear), units - other.units);
    }

    /**
     * The share of the year's figure that was there, above 0 and up to 1; empty if the figures make no such
     * share: a flow that fell, or was never positive, has no pace.
     */
    public Optional<Fraction> share() {
        return samePeriod.signum() > 0 && samePeriod.compareTo(fullYear) <= 0
                ? Optional.of(new Fraction(samePeriod, fullYear))
                : Optional.empty();
    }
}
