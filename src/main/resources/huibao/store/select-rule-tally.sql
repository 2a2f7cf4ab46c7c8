SELECT
    submission_id, rule, outcome, times
FROM rule_tally
WHERE submission_id = ?
ORDER BY rule, outcome
