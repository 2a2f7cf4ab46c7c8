-- Schema version 2: what hangs on a finding, what is still to be looked at, the pace of last year, and what
-- the rest of the year must bring. A row published before is filled when its period is published again.

ALTER TABLE finding ADD COLUMN decides TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN impact_num REAL GENERATED ALWAYS AS (CAST(impact AS REAL)) VIRTUAL;

ALTER TABLE attainment ADD COLUMN seasonal_pace_percent TEXT;
ALTER TABLE attainment ADD COLUMN seasonal_gap_points TEXT;
ALTER TABLE attainment ADD COLUMN seasonal_status TEXT;
ALTER TABLE attainment ADD COLUMN seasonal_projected_value TEXT;
ALTER TABLE attainment ADD COLUMN year_end_outlook TEXT NOT NULL DEFAULT 'NOT_COMPUTABLE';
ALTER TABLE attainment ADD COLUMN needed_per_period TEXT;
ALTER TABLE attainment ADD COLUMN average_per_period TEXT;
ALTER TABLE attainment ADD COLUMN needed_growth_percent TEXT;
ALTER TABLE attainment ADD COLUMN assumption TEXT NOT NULL DEFAULT '';
ALTER TABLE attainment ADD COLUMN seasonal_pace_percent_num REAL
    GENERATED ALWAYS AS (CAST(seasonal_pace_percent AS REAL)) VIRTUAL;
ALTER TABLE attainment ADD COLUMN seasonal_gap_points_num REAL
    GENERATED ALWAYS AS (CAST(seasonal_gap_points AS REAL)) VIRTUAL;
ALTER TABLE attainment ADD COLUMN seasonal_projected_value_num REAL
    GENERATED ALWAYS AS (CAST(seasonal_projected_value AS REAL)) VIRTUAL;
ALTER TABLE attainment ADD COLUMN needed_per_period_num REAL
    GENERATED ALWAYS AS (CAST(needed_per_period AS REAL)) VIRTUAL;
ALTER TABLE attainment ADD COLUMN average_per_period_num REAL
    GENERATED ALWAYS AS (CAST(average_per_period AS REAL)) VIRTUAL;
ALTER TABLE attainment ADD COLUMN needed_growth_percent_num REAL
    GENERATED ALWAYS AS (CAST(needed_growth_percent AS REAL)) VIRTUAL;

DROP VIEW v_attainment;

CREATE VIEW v_attainment AS
SELECT time_period, indicator, ref_area, name_zh, name_en, measure, comparator, target_value,
    unit_measure, obs_value, level_value, prior_year_value, denominator_value, growth_percent,
    completion_percent, pace_percent, pace_gap_points, projected_value, low_value, high_value,
    certainty, depends_on, status, light, rank, reporting_rate, obs_status, basis, obstacle,
    forecast_value, above_band, seasonal_pace_percent, seasonal_gap_points, seasonal_status,
    seasonal_projected_value, year_end_outlook, needed_per_period, average_per_period,
    needed_growth_percent, assumption, target_value_num, obs_value_num, level_value_num,
    prior_year_value_num, denominator_value_num, growth_percent_num, completion_percent_num,
    pace_percent_num, pace_gap_points_num, projected_value_num, low_value_num, high_value_num,
    reporting_rate_num, forecast_value_num, seasonal_pace_percent_num, seasonal_gap_points_num,
    seasonal_projected_value_num, needed_per_period_num, average_per_period_num,
    needed_growth_percent_num
FROM attainment;

CREATE TABLE review (
    time_period TEXT NOT NULL,
    rank INTEGER NOT NULL,
    submission_id TEXT NOT NULL,
    finding_no INTEGER NOT NULL,
    ref_area TEXT NOT NULL,
    item TEXT,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    decides TEXT NOT NULL,
    points TEXT NOT NULL,
    points_num REAL GENERATED ALWAYS AS (CAST(points AS REAL)) VIRTUAL,
    PRIMARY KEY (time_period, rank)
) STRICT, WITHOUT ROWID;
