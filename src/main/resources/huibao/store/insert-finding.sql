-- Parameters: the columns in their order.
INSERT INTO finding (
    submission_id, rule, severity, outcome, item, sheet, cell, found, expected, message_zh, message_en, finding_no,
    kind, trial, explanation, expected_en, impact, decides
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
