-- As select-conversion, of some items on many forms. Parameters: submissions and items, each as a JSON array.
SELECT submission_id, item, figure, kind, detail
FROM conversion
WHERE submission_id IN (SELECT value FROM json_each(?)) AND item IN (SELECT value FROM json_each(?))
ORDER BY submission_id, item, figure, conversion_no
