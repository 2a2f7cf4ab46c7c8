-- Why a submission's figures are missing, if they are. Parameter: submission.
SELECT item, missing_reason
FROM form_row
WHERE submission_id = ?
ORDER BY item
