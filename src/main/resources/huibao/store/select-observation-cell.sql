-- Parameter: submission.
SELECT item, figure, sheet, cell, raw_text, amount, missing_reason
FROM observation_cell
WHERE submission_id = ?
ORDER BY item, figure
