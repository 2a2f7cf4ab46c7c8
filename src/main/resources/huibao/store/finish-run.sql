UPDATE run
SET state = 'COMPLETED', accepted = ?, returned = ?, rejected = ?, duplicates = ?, published = ?, exit_code = ?
WHERE run_id = ?
