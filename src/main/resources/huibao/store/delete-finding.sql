DELETE FROM finding
WHERE submission_id = ?
