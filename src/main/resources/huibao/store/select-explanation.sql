SELECT
    submission_id, item, text, author, at, sheet, cell, usable, first_submission
FROM explanation
WHERE submission_id = ?
ORDER BY item
