DELETE FROM milestone_status
WHERE time_period = ?
