DELETE FROM rule_tally
WHERE submission_id = ?
