-- With what was done to their figures, and their explanations. Parameter: submission.
DELETE FROM form_row
WHERE submission_id = ?
