SELECT
    submission_id, rule, severity, outcome, item, sheet, cell, found, expected, message_zh,
    message_en, impact, finding_no, kind, trial, cells, parameters, explanation, expected_en, decides
FROM finding
WHERE submission_id = ?
ORDER BY finding_no
