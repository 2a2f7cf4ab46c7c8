-- What was published last of a unit for a period. Parameters: period, unit.
SELECT item, obs_value, prior_year_value, forecast_value, submission_id
FROM figure_history
WHERE time_period = ? AND ref_area = ? AND recorded_to IS NULL
ORDER BY item
