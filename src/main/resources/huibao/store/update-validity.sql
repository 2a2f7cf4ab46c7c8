UPDATE observation
SET valid_from = ?, valid_to = ?
WHERE submission_id = ?
