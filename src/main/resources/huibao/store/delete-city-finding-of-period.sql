DELETE FROM city_finding
WHERE time_period = ?
