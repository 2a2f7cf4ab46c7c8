-- Parameters: files accepted, returned, rejected, known already, exit code, run id.
UPDATE run
SET state = 'COMPLETED', accepted = ?, returned = ?, rejected = ?, duplicates = ?, exit_code = ?
WHERE run_id = ?
