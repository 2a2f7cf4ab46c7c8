-- What is reckoned for missing units (插补), beside the published figures and never in them.
CREATE TABLE imputed_observation (
    time_period TEXT NOT NULL,
    ref_area TEXT NOT NULL,
    item TEXT NOT NULL,
    obs_value TEXT NOT NULL,
    prior_year_value TEXT,
    obs_status TEXT NOT NULL CHECK (obs_status = 'I'),
    method TEXT NOT NULL,
    basis TEXT NOT NULL,
    obs_value_num REAL GENERATED ALWAYS AS (CAST(obs_value AS REAL)) VIRTUAL,
    prior_year_value_num REAL GENERATED ALWAYS AS (CAST(prior_year_value AS REAL)) VIRTUAL,
    PRIMARY KEY (time_period, ref_area, item)
) STRICT, WITHOUT ROWID;

ALTER TABLE attainment ADD COLUMN imputed_value TEXT;

ALTER TABLE attainment ADD COLUMN imputed_value_num REAL GENERATED ALWAYS AS (CAST(imputed_value AS REAL)) VIRTUAL;
