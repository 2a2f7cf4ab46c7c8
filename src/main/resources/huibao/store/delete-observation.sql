DELETE FROM observation
WHERE submission_id = ?
