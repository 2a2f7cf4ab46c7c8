-- Figures as they stand in the table observation for a period. Parameter: period.
SELECT submission_id, item, obs_value, prior_year_value, forecast_value
FROM observation
WHERE time_period = ?
ORDER BY submission_id, item
