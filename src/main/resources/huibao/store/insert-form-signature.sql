-- Parameters: submission, label, what is filled in.
INSERT INTO form_signature (submission_id, label, text)
VALUES (?, ?, ?)
