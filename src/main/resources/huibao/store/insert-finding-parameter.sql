-- Parameters: submission, number of the finding, name, value.
INSERT INTO finding_parameter (submission_id, finding_no, name, value)
VALUES (?, ?, ?, ?)
