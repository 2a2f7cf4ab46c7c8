package huibao.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The verdict on one target for one unit or the city (完成情况). Figures are in the target's own unit
 * of measure; quotients are kept to 12 decimals and never judged on.
 *
 * @param period the period judged
 * @param target the target
 * @param refArea the unit, or the city
 * @param targetValue what it is judged against; empty if nothing
 * @param basis where {@code targetValue} comes from
 * @param obsValue the target's value: a level, or growth in %, or a ratio on its scale
 * @param levelValue Σ of the (first) item; where the value is made of several figures, over the units that gave all
 * @param priorYearValue Σ of its prior-year values, over the same units; empty if one of them lacks it
 * @param denominatorValue Σ of the second item
 * @param growthPercent growth of {@code levelValue} over {@code priorYearValue}
 * @param completionPercent value over target, LEVEL only
 * @param pacePercent elapsed share of the year
 * @param paceGapPoints LEVEL: completion − pace; others: value − target
 * @param projectedValue value expected at the end of the year; LINEAR targets
 * @param forecastValue the units' own forecasts added up
 * @param lowValue lower bound of {@code obsValue} were everyone in; empty if unbounded
 * @param highValue upper bound; empty if unbounded
 * @param certainty how sure the verdict is
 * @param dependsOn the missing units that decide, in print order
 * @param status the verdict
 * @param obstacle why there is no value, if CANNOT_ASSESS
 * @param aboveBand HOLD_AT only: the value stands above the tolerance band, which is noted and not failed
 * @param rank 1-1-3 among districts on the printed value; empty if not ranked
 * @param reportingRate units in the sums / units expected in percent, 12 decimals
 * @param obsStatus worst status of the figures beneath
 * @param seasonal the same held against last year's own pace
 * @param yearEnd what it takes to reach the target by the end of the year
 * @param assumptions what was assumed of the missing figures, item by item, units in print order
 */
public record Attainment(
        Period period,
        TargetCode target,
        UnitCode refArea,
        Optional<BigDecimal> targetValue,
        TargetBasis basis,
        Optional<BigDecimal> obsValue,
        Optional<BigDecimal> levelValue,
        Optional<BigDecimal> priorYearValue,
        Optional<BigDecimal> denominatorValue,
        Optional<BigDecimal> growthPercent,
        Optional<BigDecimal> completionPercent,
        BigDecimal pacePercent,
        Optional<BigDecimal> paceGapPoints,
        Optional<BigDecimal> projectedValue,
        Optional<BigDecimal> forecastValue,
        Optional<BigDecimal> lowValue,
        Optional<BigDecimal> highValue,
        Certainty certainty,
        List<UnitCode> dependsOn,
        AttainmentStatus status,
        Obstacle obstacle,
        boolean aboveBand,
        OptionalInt rank,
        BigDecimal reportingRate,
        ObsStatus obsStatus,
        SeasonalPace seasonal,
        YearEnd yearEnd,
        List<Assumption> assumptions) {

    public Attainment {
        dependsOn = List.copyOf(dependsOn);
        assumptions = List.copyOf(assumptions);
    }

    /** The light of its status. */
    public Light light() {
        return status.light();
    }
}
