INSERT INTO review (
    time_period, rank, submission_id, finding_no, ref_area, item, rule, severity, decides, points
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
