-- A submission's figures without their texts, as roll-up takes them: as they were read, of which obs_value and the like
-- are a copy for readers. Parameter: submission.
SELECT
    item, amount AS obs_value, prior_year_amount AS prior_year_value, forecast_amount AS forecast_value, obs_status,
    sheet, cell
FROM form_row
WHERE submission_id = ?
ORDER BY row_no
