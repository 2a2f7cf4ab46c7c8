package huibao.cli.explain;

import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.Fraction;
import huibao.model.Period;
import huibao.model.UnitCode;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A verdict for programs, its members named as the columns of v_attainment. */
final class AttainmentJson {

    private AttainmentJson() {}

    static Map<String, Object> of(Attainment row) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("ref_area", row.refArea().value());
        one.put("target_value", FigureJson.text(row.targetValue()));
        one.put("basis", row.basis().name());
        one.put("obs_value", FigureJson.text(row.obsValue()));
        one.put("obstacle", row.obstacle().name());
        one.put("level_value", FigureJson.text(row.levelValue()));
        one.put("prior_year_value", FigureJson.text(row.priorYearValue()));
        one.put("denominator_value", FigureJson.text(row.denominatorValue()));
        one.put("growth_percent", FigureJson.text(row.growthPercent()));
        one.put("completion_percent", FigureJson.text(row.completionPercent()));
        one.put("pace_percent", row.pacePercent().toPlainString());
        one.put("pace_gap_points", FigureJson.text(row.paceGapPoints()));
        one.put("status", row.status().name());
        one.put("light", row.light().name());
        one.put("above_band", row.aboveBand());
        one.put("rank", row.rank().orElse(0));
        one.put("reporting_rate", row.reportingRate().toPlainString());
        one.put("obs_status", row.obsStatus().name());
        one.put("seasonal_pace_percent", FigureJson.text(row.seasonal().pacePercent()));
        one.put("seasonal_gap_points", FigureJson.text(row.seasonal().gapPoints()));
        one.put("seasonal_status", row.seasonal().status().map(Enum::name).orElse(""));
        one.put("seasonal_projected_value", FigureJson.text(row.seasonal().projectedValue()));
        one.put("projected_value", FigureJson.text(row.projectedValue()));
        one.put("forecast_value", FigureJson.text(row.forecastValue()));
        one.put("outlook", row.yearEnd().outlook().name());
        one.put("needed_per_period", FigureJson.text(row.yearEnd().neededPerPeriod()));
        one.put("average_per_period", FigureJson.text(row.yearEnd().averagePerPeriod()));
        one.put("needed_growth_percent", FigureJson.text(row.yearEnd().neededGrowthPercent()));
        one.put("low_value", FigureJson.text(row.lowValue()));
        one.put("high_value", FigureJson.text(row.highValue()));
        one.put("certainty", row.certainty().column());
        one.put("depends_on", row.dependsOn().stream().map(UnitCode::value).toList());
        one.put(
                "assumptions",
                row.assumptions().stream().map(AttainmentJson::assumption).toList());
        return one;
    }

    private static Map<String, Object> assumption(Assumption assumption) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("ref_area", assumption.unit().value());
        one.put("item", assumption.item().value());
        one.put("assumption", assumption.kind().name());
        one.put("since", assumption.since().map(Period::toString).orElse(""));
        one.put("low_value", end(assumption.range().low(), RoundingMode.FLOOR));
        one.put("high_value", end(assumption.range().high(), RoundingMode.CEILING));
        return one;
    }

    private static String end(Optional<Fraction> end, RoundingMode outward) {
        return FigureJson.text(end.map(value -> value.shortest(outward)));
    }
}
