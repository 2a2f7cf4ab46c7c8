DELETE FROM imputed_observation
WHERE time_period = ?
