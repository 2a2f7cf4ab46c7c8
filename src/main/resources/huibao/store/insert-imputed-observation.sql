INSERT INTO imputed_observation (
    time_period, ref_area, item, obs_value, prior_year_value, obs_status, method, basis
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
