SELECT
    c.submission_id, c.item, c.figure, c.sheet, c.cell, c.raw_text, c.amount, c.missing_reason,
    c.conversions
FROM observation_cell AS c
WHERE c.submission_id = ?
ORDER BY c.item, c.figure
