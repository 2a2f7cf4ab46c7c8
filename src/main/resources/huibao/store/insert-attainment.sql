-- What both tables of attainments hold stands in the order of AttainmentColumns.
INSERT INTO attainment (
    time_period, indicator, ref_area, name_zh, name_en, measure, comparator, target_value, basis,
    unit_measure, obs_value, level_value, prior_year_value, denominator_value, growth_percent,
    completion_percent, pace_percent, pace_gap_points, projected_value, forecast_value, low_value,
    high_value, certainty, depends_on, status, light, rank, reporting_rate, obs_status, obstacle,
    above_band, seasonal_pace_percent, seasonal_gap_points, seasonal_status,
    seasonal_projected_value, year_end_outlook, needed_per_period, average_per_period,
    needed_growth_percent, assumption
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
