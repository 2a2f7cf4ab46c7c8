package huibao.rollup;

import huibao.model.CountedSum;
import huibao.model.ItemFigure;
import huibao.model.PriorYearCourse;

/**
 * What some units come to for one item; as large for thousands of units as for one.
 *
 * @param expected how many units were asked
 * @param value Σ of their values
 * @param priorYear Σ of the prior-year values of those that gave a value
 * @param forecast Σ of the units' own forecasts
 * @param valueBounds what the complete value lies between
 * @param priorYearBounds the same for the prior-year value
 * @param statuses of the values that are there
 * @param course last year's figures of the units of which both are known
 */
record PartialTotals(
        int expected,
        CountedSum value,
        CountedSum priorYear,
        CountedSum forecast,
        SummedBounds valueBounds,
        SummedBounds priorYearBounds,
        StatusCounts statuses,
        PriorYearCourse course) {

    static final PartialTotals NONE = new PartialTotals(
            0,
            CountedSum.NONE,
            CountedSum.NONE,
            CountedSum.NONE,
            SummedBounds.NONE,
            SummedBounds.NONE,
            StatusCounts.NONE,
            PriorYearCourse.NONE);

    static PartialTotals of(ItemFigure figure) {
        return new PartialTotals(
                figure.expected(),
                CountedSum.of(figure.value()),
                CountedSum.of(figure.priorYear()),
                CountedSum.of(figure.forecast()),
                SummedBounds.of(figure.valueBounds()),
                SummedBounds.of(figure.priorYearBounds()),
                figure.value().isPresent() ? StatusCounts.of(figure.status()) : StatusCounts.NONE,
                figure.course().orElse(PriorYearCourse.NONE));
    }

    PartialTotals plus(PartialTotals other) {
        return new PartialTotals(
                expected + other.expected,
                value.plus(other.value),
                priorYear.plus(other.priorYear),
                forecast.plus(other.forecast),
                valueBounds.plus(other.valueBounds),
                priorYearBounds.plus(other.priorYearBounds),
                statuses.plus(other.statuses),
                course.plus(other.course));
    }

    PartialTotals minus(PartialTotals other) {
        return new PartialTotals(
                expected - other.expected,
                value.minus(other.value),
                priorYear.minus(other.priorYear),
                forecast.minus(other.forecast),
                valueBounds.minus(other.valueBounds),
                priorYearBounds.minus(other.priorYearBounds),
                statuses.minus(other.statuses),
                course.minus(other.course));
    }
}
