INSERT INTO unit_reporting (
    time_period, ref_area, kind, state, accepted_version, first_received_at, latest_received_at,
    due, on_time, submissions, returns, first_pass, accepted_at, reminded_at, reminder_limit, reminders, lateness,
    items_asked, items_filled, fill_rate, unfilled_step
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
