DELETE FROM form_header
WHERE submission_id = ?
