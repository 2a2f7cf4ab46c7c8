DELETE FROM attainment
WHERE time_period = ?
