-- What is to be looked at in a period. Parameter: period.
SELECT submission_id, finding_no, rank, decides, points
FROM review
WHERE time_period = ?
ORDER BY rank
