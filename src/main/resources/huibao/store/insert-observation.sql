INSERT INTO observation (
    submission_id, ref_area, item, time_period, accumulation, obs_value, prior_year_value,
    forecast_value, obs_status, explanation, sheet, cell, raw_text, recorded_from, recorded_to,
    missing_reason, remark, row_no
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
