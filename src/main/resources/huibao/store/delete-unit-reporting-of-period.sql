DELETE FROM unit_reporting
WHERE time_period = ?
