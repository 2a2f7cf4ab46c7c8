-- How many rows of figures the submissions decided on at a time hold. Parameter: time.
SELECT count(*) AS observations
FROM form_row AS o
JOIN submission AS s ON s.submission_id = o.submission_id
WHERE s.decided_at = ?
