-- Since when and until when figures stand. Parameters: from, to, submission.
UPDATE submission
SET recorded_from = ?1, recorded_to = ?2
WHERE submission_id = ?3 AND (recorded_from, recorded_to) IS NOT (?1, ?2)
