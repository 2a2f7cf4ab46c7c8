-- The job as an outsider reads it: the CSV files and a few lines of job.yaml. Every figure becomes a whole
-- number of millionths (HUGEINT), so that nothing below is ever a binary fraction or a rounded decimal.
-- Variables: job (the job folder).

-- 12.5 -> 12500000; stops at a figure with more than six decimals.
CREATE MACRO millionths(figure) AS (
    CASE
        WHEN figure::DECIMAL(38, 12) <> figure::DECIMAL(38, 12)::DECIMAL(38, 6)
            THEN error('more than six decimals: ' || figure::VARCHAR)
        ELSE replace((figure::DECIMAL(38, 12)::DECIMAL(38, 6))::VARCHAR, '.', '')::HUGEINT
    END
);

CREATE TABLE unit AS
SELECT "code" AS ref_area, kind, nullif(host, '') AS host, "order"::INTEGER AS place
FROM read_csv(getvariable('job') || '/units.csv', header = true, all_varchar = true);

CREATE TABLE item AS
SELECT "code" AS item, decimals::INTEGER AS decimals, accumulation, prior_year = 'yes' AS asks_prior_year, reporter
FROM read_csv(getvariable('job') || '/items.csv', header = true, all_varchar = true);

-- A target has one item, or a numerator and a denominator.
CREATE TABLE target AS
SELECT
    "code" AS indicator, name_zh, name_en, measure, comparator, unit AS unit_measure, pace, "level",
    split_part(items, ' ', 1) AS item_1, nullif(split_part(items, ' ', 2), '') AS item_2,
    millionths("value") AS target_value, millionths(scale) AS scale, measure <> 'LEVEL' AS is_rate,
    measure = 'LEVEL' AND pace <> 'NONE' AS is_paced
FROM read_csv(getvariable('job') || '/targets.csv', header = true, all_varchar = true);

CREATE TABLE allocation AS
SELECT target AS indicator, unit AS ref_area, millionths("value") AS target_value, upper(basis) AS basis
FROM read_csv(getvariable('job') || '/allocations.csv', header = true, all_varchar = true);

CREATE MACRO yaml_number(key) AS (
    SELECT regexp_extract(content, '(?m)^\s*' || key || ':\s*(-?\d+)\s*$', 1)::INTEGER
    FROM read_text(getvariable('job') || '/job.yaml')
);

CREATE TABLE setting AS
SELECT
    yaml_number('ahead') AS ahead, yaml_number('on_pace') AS on_pace, yaml_number('near') AS near,
    yaml_number('behind') AS behind, yaml_number('hold_band_percent') AS hold_band_percent,
    yaml_number('level_decimals') AS level_decimals, yaml_number('rate_decimals') AS rate_decimals;

-- What a missing stock may move by, in percent of the period before (POINT items of the PERIOD_SWING rule).
CREATE TABLE swing AS
SELECT i.item, regexp_extract(r.parameters, 'percent=(\d+)', 1)::INTEGER AS percent
FROM read_csv(getvariable('job') || '/rules.csv', header = true, all_varchar = true) AS r, item AS i
WHERE r.kind = 'PERIOD_SWING' AND r.state = 'ON' AND r.items = 'POINT' AND i.accumulation = 'POINT';

-- Whose figures make the city's: every district in full scope; the city level for what it alone reports.
-- A zone is part of its host and never added.
CREATE TABLE contributor AS
SELECT i.item, u.ref_area, u.place
FROM item AS i JOIN unit AS u ON u.kind = i.reporter;
