INSERT INTO submission (
    submission_id, ref_area, time_period, form, version, state, reason, file_name, sha256,
    received_at, arrived_at, decided_at, catalogue_hash, receipt, file_size, synthetic, decision,
    decision_reason
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
