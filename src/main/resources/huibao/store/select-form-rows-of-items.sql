-- As select-form-row, of some items on many forms. Parameters: submissions and items, each as a JSON array.
SELECT
    submission_id, item, obs_status, explanation, remark, sheet, cell, raw_text, amount, missing_reason, prior_year_sheet,
    prior_year_cell, prior_year_raw_text, prior_year_amount, prior_year_missing_reason, growth_sheet,
    growth_cell, growth_raw_text, growth_amount, growth_missing_reason, forecast_sheet, forecast_cell,
    forecast_raw_text, forecast_amount, forecast_missing_reason, assigned_sheet, assigned_cell,
    assigned_raw_text, assigned_amount, assigned_missing_reason
FROM form_row
WHERE submission_id IN (SELECT value FROM json_each(?)) AND item IN (SELECT value FROM json_each(?))
ORDER BY submission_id, row_no
