-- The figures of every form of a unit for earlier periods of a year. Parameters: unit, year, period.
SELECT s.submission_id, h.figure_hashes
FROM submission AS s
JOIN form_header AS h ON h.submission_id = s.submission_id
WHERE s.ref_area = ? AND s.time_period >= ? AND s.time_period < ?
ORDER BY s.receipt
