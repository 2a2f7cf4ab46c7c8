-- As select-figures, of some items. Parameters: submission, items as a JSON array.
SELECT
    item, amount AS obs_value, prior_year_amount AS prior_year_value, forecast_amount AS forecast_value, obs_status,
    sheet, cell
FROM form_row
WHERE submission_id = ? AND item IN (SELECT value FROM json_each(?))
ORDER BY row_no
