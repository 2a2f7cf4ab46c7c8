-- What was published last for a period. Parameter: period.
SELECT ref_area, item, obs_value, prior_year_value, forecast_value, submission_id
FROM figure_history
WHERE time_period = ? AND recorded_to IS NULL
ORDER BY ref_area, item
