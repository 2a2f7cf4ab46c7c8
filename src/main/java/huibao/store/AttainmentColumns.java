package huibao.store;

import huibao.model.Attainment;
import huibao.model.Target;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of an attainment that the tables {@code attainment} and {@code attainment_history} share, in the
 * order in which both are written: what is held against what was published before is what was published.
 */
final class AttainmentColumns {

    static final List<String> NAMES = List.of(
            "measure",
            "comparator",
            "target_value",
            "basis",
            "unit_measure",
            "obs_value",
            "level_value",
            "prior_year_value",
            "denominator_value",
            "growth_percent",
            "completion_percent",
            "pace_percent",
            "pace_gap_points",
            "projected_value",
            "forecast_value",
            "low_value",
            "high_value",
            "certainty",
            "depends_on",
            "status",
            "light",
            "rank",
            "reporting_rate",
            "obs_status",
            "obstacle",
            "above_band");

    private AttainmentColumns() {}

    /** What each column holds, in their order. */
    static Stream<Object> of(Attainment a, Target target) {
        return Stream.of(
                target.measure(),
                target.comparator(),
                a.targetValue(),
                a.basis(),
                target.unitMeasure(),
                a.obsValue(),
                a.levelValue(),
                a.priorYearValue(),
                a.denominatorValue(),
                a.growthPercent(),
                a.completionPercent(),
                a.pacePercent(),
                a.paceGapPoints(),
                a.projectedValue(),
                a.forecastValue(),
                a.lowValue(),
                a.highValue(),
                a.certainty().column(),
                Encoding.codes(a.dependsOn()),
                a.status(),
                a.light(),
                a.rank(),
                a.reportingRate(),
                a.obsStatus(),
                a.obstacle(),
                a.aboveBand());
    }
}
