-- What a run may have judged and known of: everything up to this receipt and this reminder.
-- Parameters: receipt, reminder, run id.
UPDATE run
SET last_receipt = ?, last_reminder = ?
WHERE run_id = ?
