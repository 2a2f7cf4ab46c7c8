-- Rules that could not run on a period's forms, and why, in receipt order. Parameter: period.
SELECT f.rule, f.found
FROM submission AS s
JOIN finding AS f ON f.submission_id = s.submission_id
WHERE f.outcome = 'BROKEN' AND s.time_period = ?
ORDER BY s.receipt, f.finding_no
