UPDATE submission
SET state = ?, reason = ?
WHERE submission_id = ?
