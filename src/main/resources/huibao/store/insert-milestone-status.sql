INSERT INTO milestone_status (
    time_period, milestone, ref_area, state, state_date, evidence, status, light, months_late,
    waiting_for
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
