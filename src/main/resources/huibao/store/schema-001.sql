-- Schema version 1 of huibao.db. Exact decimals are TEXT in plain notation without trailing zeros; every
-- one has a REAL twin (_num) for plotting. Times are UTC, 2023-07-10T00:00:00Z, and sort as text.
-- No key is counted up over the life of the file: the same submissions give the same rows.

CREATE TABLE submission (
    submission_id TEXT NOT NULL PRIMARY KEY,
    ref_area TEXT,
    time_period TEXT,
    form TEXT,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    received_at TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    catalogue_hash TEXT NOT NULL,
    receipt INTEGER NOT NULL UNIQUE,
    file_size INTEGER NOT NULL,
    synthetic INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('ACCEPTED', 'RETURNED', 'REJECTED')),
    decision_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX submission_by_key ON submission (time_period, ref_area, receipt);

CREATE INDEX submission_by_content ON submission (sha256, receipt);

CREATE TABLE submission_event (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE,
    event_no INTEGER NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    catalogue_hash TEXT NOT NULL,
    PRIMARY KEY (submission_id, event_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE duplicate_receipt (
    receipt INTEGER NOT NULL PRIMARY KEY,
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file_size INTEGER NOT NULL,
    received_at TEXT NOT NULL
) STRICT;

CREATE TABLE form_header (
    submission_id TEXT NOT NULL PRIMARY KEY
        REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    form_code TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    stamp_form TEXT,
    stamp_period TEXT,
    stamp_unit TEXT,
    stamp_catalogue_hash TEXT,
    signatures TEXT NOT NULL,
    general_explanation TEXT NOT NULL,
    synthetic INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    ref_area TEXT NOT NULL,
    item TEXT NOT NULL,
    time_period TEXT NOT NULL,
    accumulation TEXT,
    obs_value TEXT,
    prior_year_value TEXT,
    forecast_value TEXT,
    obs_status TEXT NOT NULL,
    explanation TEXT NOT NULL,
    sheet TEXT,
    cell TEXT,
    raw_text TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    missing_reason TEXT,
    remark TEXT NOT NULL,
    row_no INTEGER NOT NULL,
    obs_value_num REAL GENERATED ALWAYS AS (CAST(obs_value AS REAL)) VIRTUAL,
    prior_year_value_num REAL GENERATED ALWAYS AS (CAST(prior_year_value AS REAL)) VIRTUAL,
    forecast_value_num REAL GENERATED ALWAYS AS (CAST(forecast_value AS REAL)) VIRTUAL,
    PRIMARY KEY (submission_id, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX observation_by_period ON observation (time_period, ref_area);

CREATE TABLE observation_cell (
    submission_id TEXT NOT NULL,
    item TEXT NOT NULL,
    figure TEXT NOT NULL CHECK (figure IN ('value', 'prior_year', 'growth', 'forecast', 'assigned')),
    sheet TEXT,
    cell TEXT,
    raw_text TEXT NOT NULL,
    amount TEXT,
    missing_reason TEXT,
    conversions TEXT NOT NULL,
    PRIMARY KEY (submission_id, item, figure),
    FOREIGN KEY (submission_id, item) REFERENCES observation (submission_id, item)
        ON UPDATE CASCADE ON DELETE CASCADE,
    CHECK ((amount IS NULL) <> (missing_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone_report (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    row_no INTEGER NOT NULL,
    milestone TEXT NOT NULL,
    state TEXT,
    state_date TEXT,
    evidence TEXT NOT NULL,
    raw_state TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell TEXT NOT NULL,
    PRIMARY KEY (submission_id, row_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    outcome TEXT NOT NULL,
    item TEXT,
    sheet TEXT,
    cell TEXT,
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    message_zh TEXT NOT NULL,
    message_en TEXT NOT NULL,
    impact TEXT,
    finding_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    trial INTEGER NOT NULL,
    cells TEXT NOT NULL,
    parameters TEXT NOT NULL,
    explanation TEXT NOT NULL,
    expected_en TEXT NOT NULL,
    PRIMARY KEY (submission_id, finding_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE city_finding (
    time_period TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    outcome TEXT NOT NULL,
    item TEXT,
    sheet TEXT,
    cell TEXT,
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    message_zh TEXT NOT NULL,
    message_en TEXT NOT NULL,
    finding_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    trial INTEGER NOT NULL,
    cells TEXT NOT NULL,
    parameters TEXT NOT NULL,
    explanation TEXT NOT NULL,
    expected_en TEXT NOT NULL,
    PRIMARY KEY (time_period, finding_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_tally (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    rule TEXT NOT NULL,
    outcome TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (submission_id, rule, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
    run_id TEXT NOT NULL PRIMARY KEY,
    time_period TEXT NOT NULL,
    ref_area TEXT NOT NULL,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL,
    catalogue_hash TEXT NOT NULL,
    accepted INTEGER,
    returned INTEGER,
    rejected INTEGER,
    duplicates INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    ref_area TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    short_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    host TEXT,
    print_order INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
    item TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    unit_measure TEXT NOT NULL,
    decimals INTEGER NOT NULL,
    accumulation TEXT NOT NULL,
    asks_prior_year INTEGER NOT NULL,
    reporter TEXT NOT NULL,
    role TEXT NOT NULL,
    print_order INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
    indicator TEXT NOT NULL PRIMARY KEY,
    section TEXT NOT NULL,
    heading TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    measure TEXT NOT NULL,
    items TEXT NOT NULL,
    scale TEXT NOT NULL,
    comparator TEXT NOT NULL,
    target_value TEXT NOT NULL,
    unit_measure TEXT NOT NULL,
    pace TEXT NOT NULL,
    level TEXT NOT NULL,
    notes TEXT NOT NULL,
    print_order INTEGER NOT NULL,
    scale_num REAL GENERATED ALWAYS AS (CAST(scale AS REAL)) VIRTUAL,
    target_value_num REAL GENERATED ALWAYS AS (CAST(target_value AS REAL)) VIRTUAL
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
    milestone TEXT NOT NULL PRIMARY KEY,
    section TEXT NOT NULL,
    heading TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    evidence TEXT NOT NULL,
    reporters TEXT NOT NULL,
    print_order INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attainment (
    time_period TEXT NOT NULL,
    indicator TEXT NOT NULL,
    ref_area TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    measure TEXT NOT NULL,
    comparator TEXT NOT NULL,
    target_value TEXT,
    unit_measure TEXT NOT NULL,
    obs_value TEXT,
    level_value TEXT,
    prior_year_value TEXT,
    denominator_value TEXT,
    growth_percent TEXT,
    completion_percent TEXT,
    pace_percent TEXT NOT NULL,
    pace_gap_points TEXT,
    projected_value TEXT,
    low_value TEXT,
    high_value TEXT,
    certainty TEXT NOT NULL,
    depends_on TEXT NOT NULL,
    status TEXT NOT NULL,
    light TEXT NOT NULL,
    rank INTEGER,
    reporting_rate TEXT NOT NULL,
    obs_status TEXT NOT NULL,
    basis TEXT NOT NULL,
    obstacle TEXT NOT NULL,
    forecast_value TEXT,
    above_band INTEGER NOT NULL,
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
    low_value_num REAL GENERATED ALWAYS AS (CAST(low_value AS REAL)) VIRTUAL,
    high_value_num REAL GENERATED ALWAYS AS (CAST(high_value AS REAL)) VIRTUAL,
    reporting_rate_num REAL GENERATED ALWAYS AS (CAST(reporting_rate AS REAL)) VIRTUAL,
    forecast_value_num REAL GENERATED ALWAYS AS (CAST(forecast_value AS REAL)) VIRTUAL,
    PRIMARY KEY (time_period, indicator, ref_area)
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone_status (
    time_period TEXT NOT NULL,
    milestone TEXT NOT NULL,
    ref_area TEXT NOT NULL,
    state TEXT,
    state_date TEXT,
    evidence TEXT NOT NULL,
    status TEXT NOT NULL,
    light TEXT NOT NULL,
    months_late INTEGER NOT NULL,
    waiting_for TEXT NOT NULL,
    PRIMARY KEY (time_period, milestone, ref_area)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_reporting (
    time_period TEXT NOT NULL,
    ref_area TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT,
    accepted_version INTEGER,
    first_received_at TEXT,
    latest_received_at TEXT,
    due TEXT,
    on_time INTEGER NOT NULL,
    submissions INTEGER NOT NULL,
    returns INTEGER NOT NULL,
    first_pass INTEGER NOT NULL,
    PRIMARY KEY (time_period, ref_area)
) STRICT, WITHOUT ROWID;

CREATE VIEW current_observation AS
SELECT o.submission_id, o.ref_area, o.item, o.time_period, o.accumulation, o.obs_value, o.prior_year_value,
    o.forecast_value, o.obs_status, o.explanation, o.sheet, o.cell, o.raw_text, o.valid_from, o.valid_to,
    o.missing_reason, o.remark, o.row_no, o.obs_value_num, o.prior_year_value_num, o.forecast_value_num
FROM observation AS o
WHERE o.valid_from IS NOT NULL AND o.valid_to IS NULL;

CREATE VIEW v_attainment AS
SELECT time_period, indicator, ref_area, name_zh, name_en, measure, comparator, target_value, unit_measure, obs_value, level_value, prior_year_value, denominator_value, growth_percent, completion_percent, pace_percent, pace_gap_points, projected_value, low_value, high_value, certainty, depends_on, status, light, rank, reporting_rate, obs_status, basis, obstacle, forecast_value, above_band,
    target_value_num, obs_value_num, level_value_num, prior_year_value_num, denominator_value_num, growth_percent_num, completion_percent_num, pace_percent_num, pace_gap_points_num, projected_value_num, low_value_num, high_value_num, reporting_rate_num, forecast_value_num
FROM attainment;

-- Rates are rounded half up to 12 decimals in whole numbers, so that no binary fraction enters.
CREATE VIEW v_reporting_rate AS
WITH counted AS (
    SELECT time_period, kind, count(*) AS expected, count(accepted_version) AS accepted,
        sum(on_time) AS on_time, sum(first_pass) AS first_pass
    FROM unit_reporting
    GROUP BY time_period, kind
    UNION ALL
    SELECT time_period, 'ALL', count(*), count(accepted_version), sum(on_time), sum(first_pass)
    FROM unit_reporting
    GROUP BY time_period
),
scaled AS (
    SELECT time_period, kind, expected, accepted, on_time, first_pass,
        (accepted * 200000000000000 + expected) / (2 * expected) AS rate
    FROM counted
)
SELECT time_period, kind, expected, accepted, on_time, first_pass,
    rtrim(rtrim(printf('%d.%012d', rate / 1000000000000, rate % 1000000000000), '0'), '.') AS reporting_rate,
    accepted * 100.0 / expected AS reporting_rate_num
FROM scaled;

-- A superseded submission names the one that superseded it as its reason.
CREATE VIEW v_revision AS
WITH pair AS (
    SELECT old.submission_id AS old_submission, new.submission_id AS new_submission,
        new.ref_area, new.time_period, new.decided_at AS at
    FROM submission AS old
    JOIN submission AS new ON new.submission_id = old.reason
    WHERE old.state = 'SUPERSEDED'
),
pair_item AS (
    SELECT p.old_submission, p.new_submission, p.ref_area, p.time_period, p.at, o.item
    FROM pair AS p JOIN observation AS o ON o.submission_id = p.new_submission
    UNION
    SELECT p.old_submission, p.new_submission, p.ref_area, p.time_period, p.at, o.item
    FROM pair AS p JOIN observation AS o ON o.submission_id = p.old_submission
)
SELECT p.ref_area, p.time_period, p.item, coalesce(b.row_no, a.row_no) AS row_no, a.obs_value AS old_value, b.obs_value AS new_value,
    a.prior_year_value AS old_prior_year, b.prior_year_value AS new_prior_year,
    p.old_submission, p.new_submission, p.at,
    a.obs_value_num AS old_value_num, b.obs_value_num AS new_value_num,
    a.prior_year_value_num AS old_prior_year_num, b.prior_year_value_num AS new_prior_year_num
FROM pair_item AS p
LEFT JOIN observation AS a ON a.submission_id = p.old_submission AND a.item = p.item
LEFT JOIN observation AS b ON b.submission_id = p.new_submission AND b.item = p.item
WHERE a.obs_value IS NOT b.obs_value OR a.prior_year_value IS NOT b.prior_year_value;
