-- Parameters: the columns in their order.
INSERT INTO city_finding (
    time_period, rule, severity, outcome, item, sheet, cell, found, expected, message_zh, message_en, finding_no,
    kind, trial, explanation, expected_en
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
