-- How often each rule says something of a period's submissions. Parameter: period.
SELECT f.rule, f.severity, count(*) AS findings
FROM finding AS f
JOIN submission AS s ON s.submission_id = f.submission_id
WHERE s.time_period = ?
GROUP BY f.rule, f.severity
ORDER BY f.rule, f.severity
