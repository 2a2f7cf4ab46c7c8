package huibao.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An item rolled up for one area: a unit's own figure, or the city's.
 *
 * @param item the item
 * @param refArea the unit, or the city
 * @param value Σ of what is accepted; empty if nothing is
 * @param priorYear Σ of the prior-year values of the same units; empty if any of them lacks it
 * @param forecast Σ of the units' own forecasts; empty unless every expected unit gave one
 * @param valueBounds what the complete value lies between; exact when nothing is missing
 * @param priorYearBounds the same for the prior-year value
 * @param missing the units whose value is expected and not there, in print order
 * @param expected how many units were expected
 * @param status worst status of the parts
 * @param assumptions what was assumed of each missing unit's value, in print order
 * @param course how far along it was last year; empty if no unit's figures of last year are known
 */
public record ItemFigure(
        ItemCode item,
        UnitCode refArea,
        Optional<BigDecimal> value,
        Optional<BigDecimal> priorYear,
        Optional<BigDecimal> forecast,
        Interval valueBounds,
        Interval priorYearBounds,
        List<UnitCode> missing,
        int expected,
        ObsStatus status,
        List<Assumption> assumptions,
        Optional<PriorYearCourse> course) {

    public ItemFigure {
        missing = List.copyOf(missing);
        assumptions = List.copyOf(assumptions);
    }

    /** A figure of which nothing is assumed and nothing known of last year. */
    public ItemFigure(
            ItemCode item,
            UnitCode refArea,
            Optional<BigDecimal> value,
            Optional<BigDecimal> priorYear,
            Optional<BigDecimal> forecast,
            Interval valueBounds,
            Interval priorYearBounds,
            List<UnitCode> missing,
            int expected,
            ObsStatus status) {
        this(
                item,
                refArea,
                value,
                priorYear,
                forecast,
                valueBounds,
                priorYearBounds,
                missing,
                expected,
                status,
                List.of(),
                Optional.empty());
    }
}
