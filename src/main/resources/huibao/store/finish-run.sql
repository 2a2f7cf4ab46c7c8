UPDATE run
SET state = ?, accepted = ?, returned = ?, rejected = ?, duplicates = ?
WHERE run_id = ?
