-- A submission's figures without their cells, as roll-up takes them. Parameter: submission.
SELECT item, obs_value, prior_year_value, forecast_value, obs_status
FROM form_row
WHERE submission_id = ?
ORDER BY row_no
