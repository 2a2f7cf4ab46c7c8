-- What stood for a unit and period at a time: the newest of which the last event until then is that it was accepted.
-- Its state now may be another. Parameters: unit, period, time.
SELECT
    s.submission_id, s.ref_area, s.time_period, s.form, s.version, s.state, s.reason, s.file_name,
    s.sha256, s.received_at, s.arrived_at, s.decided_at, s.catalogue_hash, s.receipt, s.file_size, s.synthetic,
    s.decision, s.decision_reason
FROM submission AS s
WHERE s.ref_area = ? AND s.time_period = ? AND 'ACCEPTED' = (
    SELECT e.state FROM submission_event AS e
    WHERE e.submission_id = s.submission_id AND e.at <= ?
    ORDER BY e.event_no DESC
    LIMIT 1
)
ORDER BY s.receipt DESC
LIMIT 1
