-- What was published last for a period. Parameter: period.
SELECT indicator, ref_area, measure, comparator, target_value, basis, unit_measure, obs_value,
    level_value, prior_year_value, denominator_value, growth_percent, completion_percent,
    pace_percent, pace_gap_points, projected_value, forecast_value, low_value, high_value,
    certainty, depends_on, status, light, rank, reporting_rate, obs_status, obstacle, above_band
FROM attainment_history
WHERE time_period = ? AND recorded_to IS NULL
ORDER BY indicator, ref_area
