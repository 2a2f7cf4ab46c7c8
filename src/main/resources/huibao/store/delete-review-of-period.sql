DELETE FROM review
WHERE time_period = ?
