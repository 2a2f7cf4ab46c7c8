package huibao.column;

import huibao.model.Assumption;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a verdict after those that say whose and of what period it is, in published order. */
public final class AttainmentColumns {

    /** What the target is called. */
    public static final List<Column<TargetAttainment>> NAMES = List.of(
            Column.text("name_zh", row -> row.target().nameZh()),
            Column.text("name_en", row -> row.target().nameEn()));

    /** What a new edition is made for when it changes, and is kept of the ones before. */
    public static final List<Column<TargetAttainment>> VERDICT = List.of(
            Column.text("measure", row -> row.target().measure()),
            Column.text("comparator", row -> row.target().comparator()),
            Column.someDecimal("target_value", row -> row.attainment().targetValue()),
            Column.text("unit_measure", row -> row.target().unitMeasure()),
            Column.someDecimal("obs_value", row -> row.attainment().obsValue()),
            Column.someDecimal("level_value", row -> row.attainment().levelValue()),
            Column.someDecimal("prior_year_value", row -> row.attainment().priorYearValue()),
            Column.someDecimal("denominator_value", row -> row.attainment().denominatorValue()),
            Column.someDecimal("growth_percent", row -> row.attainment().growthPercent()),
            Column.someDecimal("completion_percent", row -> row.attainment().completionPercent()),
            Column.decimal("pace_percent", row -> row.attainment().pacePercent()),
            Column.someDecimal("pace_gap_points", row -> row.attainment().paceGapPoints()),
            Column.someDecimal("projected_value", row -> row.attainment().projectedValue()),
            Column.someDecimal("low_value", row -> row.attainment().lowValue()),
            Column.someDecimal("high_value", row -> row.attainment().highValue()),
            Column.text("certainty", row -> row.attainment().certainty().column()),
            Column.codes("depends_on", row -> row.attainment().dependsOn()),
            Column.text("status", row -> row.attainment().status()),
            Column.text("light", row -> row.attainment().light()),
            Column.someInteger("rank", row -> Column.boxed(row.attainment().rank())),
            Column.decimal("reporting_rate", row -> row.attainment().reportingRate()),
            Column.text("obs_status", row -> row.attainment().obsStatus()),
            Column.text("basis", row -> row.attainment().basis()),
            Column.text("obstacle", row -> row.attainment().obstacle()),
            Column.someDecimal("forecast_value", row -> row.attainment().forecastValue()),
            Column.yesNo("above_band", row -> row.attainment().aboveBand()));

    /** What is said of the rest of the year. */
    public static final List<Column<TargetAttainment>> OUTLOOK = List.of(
            Column.someDecimal(
                    "seasonal_pace_percent", row -> row.attainment().seasonal().pacePercent()),
            Column.someDecimal(
                    "seasonal_gap_points", row -> row.attainment().seasonal().gapPoints()),
            Column.someText(
                    "seasonal_status", row -> row.attainment().seasonal().status()),
            Column.someDecimal(
                    "seasonal_projected_value",
                    row -> row.attainment().seasonal().projectedValue()),
            Column.text("year_end_outlook", row -> row.attainment().yearEnd().outlook()),
            Column.someDecimal(
                    "needed_per_period", row -> row.attainment().yearEnd().neededPerPeriod()),
            Column.someDecimal(
                    "average_per_period", row -> row.attainment().yearEnd().averagePerPeriod()),
            Column.someDecimal(
                    "needed_growth_percent", row -> row.attainment().yearEnd().neededGrowthPercent()),
            Column.text("assumption", row -> Assumption.lines(row.attainment().assumptions())));

    /** Every published column. */
    public static final List<Column<TargetAttainment>> ALL =
            Stream.of(NAMES, VERDICT, OUTLOOK).flatMap(List::stream).toList();

    /** The period. */
    public static final Column<TargetAttainment> TIME_PERIOD =
            Column.text("time_period", row -> row.attainment().period());

    /** The unit, or the city. */
    public static final Column<TargetAttainment> REF_AREA =
            Column.text("ref_area", row -> row.attainment().refArea());

    /** The target. */
    public static final Column<TargetAttainment> INDICATOR =
            Column.text("indicator", row -> row.attainment().target());

    /** Kept beside the published columns, and never one of them. */
    public static final Column<TargetAttainment> IMPUTED =
            Column.someDecimal("imputed_value", TargetAttainment::imputedValue);

    private AttainmentColumns() {}
}
