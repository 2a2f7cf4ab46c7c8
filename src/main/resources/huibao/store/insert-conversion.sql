-- Parameters: submission, item, figure, place in the order in which it was done, kind, detail.
INSERT INTO conversion (submission_id, item, figure, conversion_no, kind, detail)
VALUES (?, ?, ?, ?, ?, ?)
