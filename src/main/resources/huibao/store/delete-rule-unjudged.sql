DELETE FROM rule_unjudged
WHERE submission_id = ?
