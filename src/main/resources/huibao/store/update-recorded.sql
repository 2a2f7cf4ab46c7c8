UPDATE observation
SET recorded_from = ?, recorded_to = ?
WHERE submission_id = ?
