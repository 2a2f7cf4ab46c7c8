-- Parameters: the columns in their order.
INSERT INTO observation_cell (submission_id, item, figure, sheet, cell, raw_text, amount, missing_reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
