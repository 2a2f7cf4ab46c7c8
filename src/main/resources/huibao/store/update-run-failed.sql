UPDATE run
SET state = 'FAILED'
WHERE run_id = ?
