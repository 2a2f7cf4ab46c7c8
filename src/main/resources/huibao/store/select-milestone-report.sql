SELECT
    submission_id, row_no, milestone, state, state_date, evidence, raw_state, sheet, cell
FROM milestone_report
WHERE submission_id = ?
ORDER BY row_no
