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
