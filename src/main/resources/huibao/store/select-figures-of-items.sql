-- As select-figures, of some items on many forms. Parameters: submissions and items, each as a JSON array.
SELECT
    submission_id, item, amount AS obs_value, prior_year_amount AS prior_year_value, forecast_amount AS forecast_value, obs_status,
    sheet, cell
FROM form_row
WHERE submission_id IN (SELECT value FROM json_each(?)) AND item IN (SELECT value FROM json_each(?))
ORDER BY submission_id, row_no
