-- Parameter: submission.
SELECT label, text
FROM form_signature
WHERE submission_id = ?
ORDER BY label
