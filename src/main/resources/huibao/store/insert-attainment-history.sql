-- Closed rows stay; this is what stands from now on.
INSERT INTO attainment_history (
    time_period, indicator, ref_area, edition, recorded_from, reason,
    measure, comparator, target_value, basis, unit_measure, obs_value, level_value,
    prior_year_value, denominator_value, growth_percent, completion_percent, pace_percent,
    pace_gap_points, projected_value, forecast_value, low_value, high_value, certainty, depends_on,
    status, light, rank, reporting_rate, obs_status, obstacle, above_band
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
