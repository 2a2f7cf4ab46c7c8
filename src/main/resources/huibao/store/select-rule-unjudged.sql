-- Why rules could not judge on the submissions decided at a time. Parameter: time.
SELECT t.rule, t.reason, sum(t.times) AS times
FROM rule_unjudged AS t
JOIN submission AS s ON s.submission_id = t.submission_id
WHERE s.decided_at = ?
GROUP BY t.rule, t.reason
ORDER BY t.rule, t.reason
