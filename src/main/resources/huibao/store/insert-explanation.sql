-- A new explanation is its own first one until update-first-explanations has looked.
INSERT INTO explanation (
    submission_id, item, text, author, at, sheet, cell, usable, first_submission
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?1)
