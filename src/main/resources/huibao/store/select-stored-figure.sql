-- Figures as they stand in the table form_row for a period. Parameter: period.
SELECT o.submission_id, o.item, o.obs_value, o.prior_year_value, o.forecast_value
FROM submission AS s
JOIN form_row AS o ON o.submission_id = s.submission_id
WHERE s.time_period = ?
ORDER BY o.submission_id, o.item
