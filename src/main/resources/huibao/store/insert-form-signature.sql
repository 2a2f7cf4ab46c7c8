-- Parameters: submission, label, what is filled in, sheet and cell of the label.
INSERT INTO form_signature (submission_id, label, text, sheet, cell)
VALUES (?, ?, ?, ?, ?)
