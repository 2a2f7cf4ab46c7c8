-- Parameter: submission.
SELECT item, figure, kind, detail
FROM conversion
WHERE submission_id = ?
ORDER BY item, figure, conversion_no
