-- As select-explanation, of some items on many forms. Parameters: submissions and items, each as a JSON array.
SELECT
    submission_id, item, text, author, at, sheet, cell, usable, first_submission
FROM explanation
WHERE submission_id IN (SELECT value FROM json_each(?)) AND item IN (SELECT value FROM json_each(?))
ORDER BY submission_id, item
