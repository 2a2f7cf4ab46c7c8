INSERT INTO submission_event (
    submission_id, event_no, at, state, reason, catalogue_hash
)
VALUES (?, ?, ?, ?, ?, ?)
