-- The last that was accepted of a unit and period, among those decided before a time, and those decided at it whose
-- receipt is smaller than one. Parameters: unit, period, time, receipt.
SELECT
    s.submission_id, s.ref_area, s.time_period, s.form, s.version, s.state, s.reason, s.file_name,
    s.sha256, s.received_at, s.arrived_at, s.decided_at, s.catalogue_hash, s.receipt, s.file_size, s.synthetic,
    s.decision, s.decision_reason
FROM submission AS s
WHERE s.ref_area = ?1 AND s.time_period = ?2 AND s.decision = 'ACCEPTED'
    AND (s.decided_at < ?3 OR (s.decided_at = ?3 AND s.receipt < ?4))
ORDER BY s.decided_at DESC, s.receipt DESC
LIMIT 1
