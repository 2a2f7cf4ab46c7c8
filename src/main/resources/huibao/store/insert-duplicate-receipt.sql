INSERT INTO duplicate_receipt (
    receipt, submission_id, file_name, sha256, file_size, received_at
)
VALUES (?, ?, ?, ?, ?, ?)
