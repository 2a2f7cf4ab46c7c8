UPDATE attainment
SET imputed_value = ?
WHERE time_period = ? AND indicator = ? AND basis = 'CITY'
