-- A submission's figures without their texts, as roll-up takes them. Parameter: submission.
SELECT item, obs_value, prior_year_value, forecast_value, obs_status, sheet, cell
FROM observation
WHERE submission_id = ?
ORDER BY row_no
