INSERT INTO milestone_report (
    submission_id, row_no, milestone, state, state_date, evidence, raw_state, sheet, cell
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
