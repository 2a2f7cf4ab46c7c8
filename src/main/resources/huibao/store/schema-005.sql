-- Schema version 2: the run table becomes the log from which any earlier day can be rebuilt, and what is
-- published is kept with the time it stood (edition, figure_history, attainment_history).

ALTER TABLE run ADD COLUMN run_no INTEGER;
ALTER TABLE run ADD COLUMN sequence INTEGER;
ALTER TABLE run ADD COLUMN program_version TEXT;
ALTER TABLE run ADD COLUMN last_receipt INTEGER;
ALTER TABLE run ADD COLUMN published TEXT;
ALTER TABLE run ADD COLUMN exit_code INTEGER;

-- A period's bulletin gets a new edition when a figure or verdict in it changed, and only then.
CREATE TABLE edition (
    time_period TEXT NOT NULL,
    edition INTEGER NOT NULL,
    published_at TEXT NOT NULL,
    catalogue_hash TEXT NOT NULL,
    item_figures INTEGER NOT NULL,
    attainments INTEGER NOT NULL,
    PRIMARY KEY (time_period, edition)
) STRICT, WITHOUT ROWID;

-- What was published of units' figures, and when: a row for each edition in which a figure changed. A figure
-- that vanished has a row without figures, so the newest row always says what stands.
CREATE TABLE figure_history (
    time_period TEXT NOT NULL,
    ref_area TEXT NOT NULL,
    item TEXT NOT NULL,
    edition INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    obs_value TEXT,
    prior_year_value TEXT,
    forecast_value TEXT,
    submission_id TEXT,
    reason TEXT NOT NULL,
    obs_value_num REAL GENERATED ALWAYS AS (CAST(obs_value AS REAL)) VIRTUAL,
    prior_year_value_num REAL GENERATED ALWAYS AS (CAST(prior_year_value AS REAL)) VIRTUAL,
    forecast_value_num REAL GENERATED ALWAYS AS (CAST(forecast_value AS REAL)) VIRTUAL,
    PRIMARY KEY (time_period, ref_area, item, edition),
    FOREIGN KEY (time_period, edition) REFERENCES edition (time_period, edition)
) STRICT, WITHOUT ROWID;

CREATE INDEX figure_history_open ON figure_history (time_period) WHERE valid_to IS NULL;

-- The same for attainments; one that is not published any more has a row without status.
CREATE TABLE attainment_history (
    time_period TEXT NOT NULL,
    indicator TEXT NOT NULL,
    ref_area TEXT NOT NULL,
    edition INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    reason TEXT NOT NULL,
    measure TEXT,
    comparator TEXT,
    target_value TEXT,
    basis TEXT,
    unit_measure TEXT,
    obs_value TEXT,
    level_value TEXT,
    prior_year_value TEXT,
    denominator_value TEXT,
    growth_percent TEXT,
    completion_percent TEXT,
    pace_percent TEXT,
    pace_gap_points TEXT,
    projected_value TEXT,
    forecast_value TEXT,
    low_value TEXT,
    high_value TEXT,
    certainty TEXT,
    depends_on TEXT,
    status TEXT,
    light TEXT,
    rank INTEGER,
    reporting_rate TEXT,
    obs_status TEXT,
    obstacle TEXT,
    above_band INTEGER,
    target_value_num REAL GENERATED ALWAYS AS (CAST(target_value AS REAL)) VIRTUAL,
    obs_value_num REAL GENERATED ALWAYS AS (CAST(obs_value AS REAL)) VIRTUAL,
    level_value_num REAL GENERATED ALWAYS AS (CAST(level_value AS REAL)) VIRTUAL,
    prior_year_value_num REAL GENERATED ALWAYS AS (CAST(prior_year_value AS REAL)) VIRTUAL,
    denominator_value_num REAL GENERATED ALWAYS AS (CAST(denominator_value AS REAL)) VIRTUAL,
    growth_percent_num REAL GENERATED ALWAYS AS (CAST(growth_percent AS REAL)) VIRTUAL,
    completion_percent_num REAL GENERATED ALWAYS AS (CAST(completion_percent AS REAL)) VIRTUAL,
    pace_percent_num REAL GENERATED ALWAYS AS (CAST(pace_percent AS REAL)) VIRTUAL,
    pace_gap_points_num REAL GENERATED ALWAYS AS (CAST(pace_gap_points AS REAL)) VIRTUAL,
    projected_value_num REAL GENERATED ALWAYS AS (CAST(projected_value AS REAL)) VIRTUAL,
    forecast_value_num REAL GENERATED ALWAYS AS (CAST(forecast_value AS REAL)) VIRTUAL,
    low_value_num REAL GENERATED ALWAYS AS (CAST(low_value AS REAL)) VIRTUAL,
    high_value_num REAL GENERATED ALWAYS AS (CAST(high_value AS REAL)) VIRTUAL,
    reporting_rate_num REAL GENERATED ALWAYS AS (CAST(reporting_rate AS REAL)) VIRTUAL,
    PRIMARY KEY (time_period, indicator, ref_area, edition),
    FOREIGN KEY (time_period, edition) REFERENCES edition (time_period, edition)
) STRICT, WITHOUT ROWID;

CREATE INDEX attainment_history_open ON attainment_history (time_period) WHERE valid_to IS NULL;

-- Every figure that a later edition of a bulletin has otherwise than the one before it.
CREATE VIEW v_figure_revision AS
WITH unit_figure AS (
    SELECT time_period, ref_area, item, edition, valid_from, reason, obs_value, prior_year_value, submission_id,
        lag(obs_value) OVER before AS old_value, lag(prior_year_value) OVER before AS old_prior_year,
        lag(submission_id) OVER before AS old_submission
    FROM figure_history
    WINDOW before AS (PARTITION BY time_period, ref_area, item ORDER BY edition)
),
verdict AS (
    SELECT time_period, ref_area, indicator, edition, valid_from, reason, measure, level_value, growth_percent,
        obs_value, target_value, status,
        lag(measure) OVER before AS old_measure, lag(level_value) OVER before AS old_level,
        lag(growth_percent) OVER before AS old_growth, lag(obs_value) OVER before AS old_value,
        lag(target_value) OVER before AS old_target, lag(status) OVER before AS old_status
    FROM attainment_history
    WINDOW before AS (PARTITION BY time_period, indicator, ref_area ORDER BY edition)
),
revised AS (
    SELECT time_period, edition, valid_from AS at, ref_area, item AS code, 'VALUE' AS figure, old_value,
        obs_value AS new_value, reason, old_submission, submission_id AS new_submission
    FROM unit_figure
    UNION ALL
    SELECT time_period, edition, valid_from, ref_area, item, 'PRIOR_YEAR', old_prior_year, prior_year_value, reason,
        old_submission, submission_id
    FROM unit_figure
    UNION ALL
    SELECT time_period, edition, valid_from, ref_area, indicator, 'LEVEL', old_level, level_value, reason, NULL, NULL
    FROM verdict
    UNION ALL
    SELECT time_period, edition, valid_from, ref_area, indicator, 'GROWTH', old_growth, growth_percent, reason, NULL,
        NULL
    FROM verdict
    UNION ALL
    SELECT time_period, edition, valid_from, ref_area, indicator, 'RATE', old_value, obs_value, reason, NULL, NULL
    FROM verdict
    WHERE coalesce(measure, old_measure) IN ('RATIO', 'GROWTH_PER_HEAD')
    UNION ALL
    SELECT time_period, edition, valid_from, ref_area, indicator, 'TARGET_VALUE', old_target, target_value, reason,
        NULL, NULL
    FROM verdict
    UNION ALL
    SELECT time_period, edition, valid_from, ref_area, indicator, 'STATUS', old_status, status, reason, NULL, NULL
    FROM verdict
)
SELECT time_period, edition, at, ref_area, code, figure, old_value, new_value, reason, old_submission, new_submission,
    CASE figure WHEN 'STATUS' THEN NULL ELSE CAST(old_value AS REAL) END AS old_value_num,
    CASE figure WHEN 'STATUS' THEN NULL ELSE CAST(new_value AS REAL) END AS new_value_num
FROM revised
WHERE edition > 1 AND old_value IS NOT new_value;
