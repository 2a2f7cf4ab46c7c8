INSERT INTO rule_tally (
    submission_id, rule, outcome, times
)
VALUES (?, ?, ?, ?)
