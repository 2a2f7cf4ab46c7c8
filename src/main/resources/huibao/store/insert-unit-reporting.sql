INSERT INTO unit_reporting (
    time_period, ref_area, kind, state, accepted_version, first_received_at, latest_received_at,
    due, on_time, submissions, returns, first_pass
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
