-- The figures of every form of a period, whatever became of it. Parameter: period.
SELECT s.submission_id, s.ref_area, h.figure_hashes
FROM submission AS s
JOIN form_header AS h ON h.submission_id = s.submission_id
WHERE s.time_period = ?
ORDER BY s.receipt
