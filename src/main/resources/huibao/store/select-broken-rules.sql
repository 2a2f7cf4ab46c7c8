-- Rules that could not run, and why: on the submissions decided at a time, on a period's sums.
-- Parameters: time, period.
SELECT f.rule, f.found
FROM finding AS f
JOIN submission AS s ON s.submission_id = f.submission_id
WHERE f.outcome = 'BROKEN' AND s.decided_at = ?1
UNION
SELECT c.rule, c.found
FROM city_finding AS c
WHERE c.outcome = 'BROKEN' AND c.time_period = ?2
ORDER BY 1, 2
