-- Parameter: time.
SELECT
    s.submission_id, s.ref_area, s.time_period, s.form, s.version, s.state, s.reason, s.file_name,
    s.sha256, s.received_at, s.arrived_at, s.decided_at, s.catalogue_hash, s.receipt, s.file_size, s.synthetic,
    s.decision, s.decision_reason
FROM duplicate_receipt AS d
JOIN submission AS s ON s.submission_id = d.submission_id
WHERE d.received_at = ?
ORDER BY d.receipt
