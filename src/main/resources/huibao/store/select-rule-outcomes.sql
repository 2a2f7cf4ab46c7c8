-- What came of each rule on the submissions decided at a time. Parameter: time.
SELECT t.rule, t.outcome, sum(t.times) AS times
FROM rule_tally AS t
JOIN submission AS s ON s.submission_id = t.submission_id
WHERE s.decided_at = ?
GROUP BY t.rule, t.outcome
ORDER BY t.rule, t.outcome
