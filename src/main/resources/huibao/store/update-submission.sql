-- A submission judged again; state and reason are settled afterwards, among its rivals.
UPDATE submission
SET submission_id = ?, ref_area = ?, time_period = ?, form = ?, version = ?, decided_at = ?, catalogue_hash = ?,
    synthetic = ?, decision = ?, decision_reason = ?
WHERE receipt = ?
