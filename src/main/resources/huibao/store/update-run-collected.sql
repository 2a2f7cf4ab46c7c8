-- What a run may have judged: everything up to this receipt. Parameters: receipt, run id.
UPDATE run
SET last_receipt = ?
WHERE run_id = ?
