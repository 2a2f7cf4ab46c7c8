-- What a form says, and how it explains it. Parameter: submission.
SELECT item, obs_value, prior_year_value, explanation
FROM form_row
WHERE submission_id = ?
ORDER BY row_no
