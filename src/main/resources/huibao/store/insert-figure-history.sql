INSERT INTO figure_history (
    time_period, ref_area, item, edition, recorded_from, reason, obs_value, prior_year_value, forecast_value, submission_id
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
