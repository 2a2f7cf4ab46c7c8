-- Parameter: submission.
SELECT label, text, sheet, cell
FROM form_signature
WHERE submission_id = ?
ORDER BY label
