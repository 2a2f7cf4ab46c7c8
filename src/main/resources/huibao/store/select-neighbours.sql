-- A submission between the accepted ones next to it of the same unit, period and form, oldest first.
-- Parameters: unit, period, form, its receipt.
SELECT
    s.submission_id, s.ref_area, s.time_period, s.form, s.version, s.state, s.reason, s.file_name,
    s.sha256, s.received_at, s.arrived_at, s.decided_at, s.catalogue_hash, s.receipt, s.file_size, s.synthetic,
    s.decision, s.decision_reason
FROM submission AS s
WHERE s.receipt IN (
    ?4,
    (
        SELECT b.receipt FROM submission AS b
        WHERE b.ref_area = ?1 AND b.time_period = ?2 AND b.form = ?3 AND b.decision = 'ACCEPTED' AND b.receipt < ?4
        ORDER BY b.receipt DESC
        LIMIT 1
    ),
    (
        SELECT a.receipt FROM submission AS a
        WHERE a.ref_area = ?1 AND a.time_period = ?2 AND a.form = ?3 AND a.decision = 'ACCEPTED' AND a.receipt > ?4
        ORDER BY a.receipt
        LIMIT 1
    )
)
ORDER BY s.receipt
