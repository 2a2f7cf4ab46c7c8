INSERT INTO rule_unjudged (
    submission_id, rule, reason, times
)
VALUES (?, ?, ?, ?)
