-- The schema of huibao.db. Exact decimals are TEXT in plain notation without trailing zeros; every one has a REAL twin
-- (_num) for plotting. Times are UTC, 2023-07-10T00:00:00Z, and sort as text. No key is counted up over the life of
-- the file: the same submissions give the same rows. What may be asked about a code the job no longer has keeps its
-- name: rows of unit, item, target and milestone are never deleted, they lose their print_order.
-- Findings, and what is published for a period, are made from lists of columns by the class Schema.

CREATE TABLE unit (
    ref_area TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    short_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    host TEXT,
    print_order INTEGER
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
    print_order INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
    indicator TEXT NOT NULL PRIMARY KEY,
    section TEXT NOT NULL,
    heading TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    measure TEXT NOT NULL,
    scale TEXT NOT NULL,
    comparator TEXT NOT NULL,
    target_value TEXT NOT NULL,
    unit_measure TEXT NOT NULL,
    pace TEXT NOT NULL,
    level TEXT NOT NULL,
    notes TEXT NOT NULL,
    print_order INTEGER,
    scale_num REAL GENERATED ALWAYS AS (CAST(scale AS REAL)) VIRTUAL,
    target_value_num REAL GENERATED ALWAYS AS (CAST(target_value AS REAL)) VIRTUAL
) STRICT, WITHOUT ROWID;

CREATE TABLE target_item (
    indicator TEXT NOT NULL REFERENCES target (indicator),
    item_no INTEGER NOT NULL,
    item TEXT NOT NULL REFERENCES item (item),
    PRIMARY KEY (indicator, item_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
    milestone TEXT NOT NULL PRIMARY KEY,
    section TEXT NOT NULL,
    heading TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    evidence TEXT NOT NULL,
    print_order INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone_reporter (
    milestone TEXT NOT NULL REFERENCES milestone (milestone),
    reporter_no INTEGER NOT NULL,
    ref_area TEXT NOT NULL REFERENCES unit (ref_area),
    PRIMARY KEY (milestone, reporter_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
    submission_id TEXT NOT NULL PRIMARY KEY,
    ref_area TEXT REFERENCES unit (ref_area),
    time_period TEXT,
    form TEXT,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    received_at TEXT NOT NULL,
    arrived_at TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    recorded_from TEXT,
    recorded_to TEXT,
    catalogue_hash TEXT NOT NULL,
    receipt INTEGER NOT NULL UNIQUE,
    file_size INTEGER NOT NULL,
    synthetic INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('ACCEPTED', 'RETURNED', 'REJECTED')),
    decision_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX submission_by_unit ON submission (ref_area, time_period, receipt);

CREATE INDEX submission_by_period ON submission (time_period, receipt);

CREATE INDEX submission_by_decision ON submission (decided_at, receipt);

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
    general_explanation TEXT NOT NULL,
    synthetic INTEGER NOT NULL,
    figures_hash TEXT NOT NULL,
    figure_hashes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE form_signature (
    submission_id TEXT NOT NULL REFERENCES form_header (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    sheet TEXT,
    cell TEXT,
    PRIMARY KEY (submission_id, label)
) STRICT, WITHOUT ROWID;

-- One row of a form as it was read, all its figures with their cells: the value first, whose columns have no prefix.
-- It is one row and not one per figure because there are more of these than of all else together.
CREATE TABLE form_row (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    item TEXT NOT NULL REFERENCES item (item),
    accumulation TEXT,
    obs_value TEXT,
    prior_year_value TEXT,
    forecast_value TEXT,
    obs_status TEXT NOT NULL,
    explanation TEXT NOT NULL,
    remark TEXT NOT NULL,
    row_no INTEGER NOT NULL,
    sheet TEXT,
    cell TEXT,
    raw_text TEXT NOT NULL,
    amount TEXT,
    missing_reason TEXT,
    prior_year_sheet TEXT,
    prior_year_cell TEXT,
    prior_year_raw_text TEXT NOT NULL,
    prior_year_amount TEXT,
    prior_year_missing_reason TEXT,
    growth_sheet TEXT,
    growth_cell TEXT,
    growth_raw_text TEXT NOT NULL,
    growth_amount TEXT,
    growth_missing_reason TEXT,
    forecast_sheet TEXT,
    forecast_cell TEXT,
    forecast_raw_text TEXT NOT NULL,
    forecast_amount TEXT,
    forecast_missing_reason TEXT,
    assigned_sheet TEXT,
    assigned_cell TEXT,
    assigned_raw_text TEXT NOT NULL,
    assigned_amount TEXT,
    assigned_missing_reason TEXT,
    obs_value_num REAL GENERATED ALWAYS AS (CAST(obs_value AS REAL)) VIRTUAL,
    prior_year_value_num REAL GENERATED ALWAYS AS (CAST(prior_year_value AS REAL)) VIRTUAL,
    forecast_value_num REAL GENERATED ALWAYS AS (CAST(forecast_value AS REAL)) VIRTUAL,
    PRIMARY KEY (submission_id, item),
    CHECK ((amount IS NULL) <> (missing_reason IS NULL)),
    CHECK ((prior_year_amount IS NULL) <> (prior_year_missing_reason IS NULL)),
    CHECK ((growth_amount IS NULL) <> (growth_missing_reason IS NULL)),
    CHECK ((forecast_amount IS NULL) <> (forecast_missing_reason IS NULL)),
    CHECK ((assigned_amount IS NULL) <> (assigned_missing_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE conversion (
    submission_id TEXT NOT NULL,
    item TEXT NOT NULL,
    figure TEXT NOT NULL,
    conversion_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (submission_id, item, figure, conversion_no),
    FOREIGN KEY (submission_id, item) REFERENCES form_row (submission_id, item)
        ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE explanation (
    submission_id TEXT NOT NULL,
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    sheet TEXT,
    cell TEXT,
    usable INTEGER NOT NULL,
    first_submission TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE,
    PRIMARY KEY (submission_id, item),
    FOREIGN KEY (submission_id, item) REFERENCES form_row (submission_id, item)
        ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone_report (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    row_no INTEGER NOT NULL,
    milestone TEXT NOT NULL REFERENCES milestone (milestone),
    state TEXT,
    state_date TEXT,
    evidence TEXT NOT NULL,
    raw_state TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell TEXT NOT NULL,
    PRIMARY KEY (submission_id, row_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_tally (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    rule TEXT NOT NULL,
    outcome TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (submission_id, rule, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_unjudged (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (submission_id, rule, reason)
) STRICT, WITHOUT ROWID;

-- The log from which any earlier day can be rebuilt.
CREATE TABLE run (
    run_id TEXT NOT NULL PRIMARY KEY,
    run_no INTEGER NOT NULL UNIQUE,
    time_period TEXT NOT NULL,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL,
    catalogue_hash TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    program_version TEXT NOT NULL,
    last_receipt INTEGER,
    last_reminder INTEGER,
    accepted INTEGER,
    returned INTEGER,
    rejected INTEGER,
    duplicates INTEGER,
    exit_code INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE run_unit (
    run_id TEXT NOT NULL REFERENCES run (run_id),
    unit_no INTEGER NOT NULL,
    ref_area TEXT NOT NULL REFERENCES unit (ref_area),
    PRIMARY KEY (run_id, unit_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_publication (
    run_id TEXT NOT NULL REFERENCES run (run_id),
    time_period TEXT NOT NULL,
    PRIMARY KEY (run_id, time_period)
) STRICT, WITHOUT ROWID;

-- No foreign key to unit: the archive may tell of reminders to units that only a later state of the job knows.
CREATE TABLE reminder (
    reminder_no INTEGER PRIMARY KEY,
    ref_area TEXT NOT NULL,
    time_period TEXT NOT NULL,
    offset_days INTEGER NOT NULL,
    reminded_at TEXT NOT NULL,
    reminder_limit TEXT NOT NULL,
    channel TEXT NOT NULL
) STRICT;

CREATE INDEX reminder_of_unit ON reminder (time_period, ref_area);

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
    ref_area TEXT NOT NULL REFERENCES unit (ref_area),
    item TEXT NOT NULL REFERENCES item (item),
    edition INTEGER NOT NULL,
    recorded_from TEXT NOT NULL,
    recorded_to TEXT,
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

CREATE INDEX figure_history_revised ON figure_history (recorded_from) WHERE edition > 1;

-- Which figures were published last of a unit: what did not change since need not be looked at.
CREATE TABLE published_unit (
    time_period TEXT NOT NULL,
    ref_area TEXT NOT NULL REFERENCES unit (ref_area),
    figures TEXT,
    PRIMARY KEY (time_period, ref_area)
) STRICT, WITHOUT ROWID;

-- Periods of which forms were judged again and that have not been published since: noted with what was judged, and
-- gone when a run that published the period comes to its end.
CREATE TABLE unpublished_period (
    time_period TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE VIEW observation AS
SELECT o.submission_id, s.ref_area, o.item, s.time_period, o.accumulation, o.obs_value, o.prior_year_value,
    o.forecast_value, o.obs_status, o.explanation, o.sheet, o.cell, o.raw_text, s.recorded_from, s.recorded_to,
    o.missing_reason, o.remark, o.row_no, o.obs_value_num, o.prior_year_value_num, o.forecast_value_num
FROM submission AS s
JOIN form_row AS o ON o.submission_id = s.submission_id;

-- Every figure cell of those rows, with its source.
CREATE VIEW observation_cell AS
SELECT submission_id, item, 'value' AS figure, sheet, cell, raw_text, amount, missing_reason
FROM form_row
UNION ALL
SELECT submission_id, item, 'prior_year' AS figure, prior_year_sheet AS sheet, prior_year_cell AS cell,
    prior_year_raw_text AS raw_text, prior_year_amount AS amount, prior_year_missing_reason AS missing_reason
FROM form_row
UNION ALL
SELECT submission_id, item, 'growth' AS figure, growth_sheet AS sheet, growth_cell AS cell,
    growth_raw_text AS raw_text, growth_amount AS amount, growth_missing_reason AS missing_reason
FROM form_row
UNION ALL
SELECT submission_id, item, 'forecast' AS figure, forecast_sheet AS sheet, forecast_cell AS cell,
    forecast_raw_text AS raw_text, forecast_amount AS amount, forecast_missing_reason AS missing_reason
FROM form_row
UNION ALL
SELECT submission_id, item, 'assigned' AS figure, assigned_sheet AS sheet, assigned_cell AS cell,
    assigned_raw_text AS raw_text, assigned_amount AS amount, assigned_missing_reason AS missing_reason
FROM form_row;

CREATE VIEW current_observation AS
SELECT o.submission_id, s.ref_area, o.item, s.time_period, o.accumulation, o.obs_value, o.prior_year_value,
    o.forecast_value, o.obs_status, o.explanation, o.sheet, o.cell, o.raw_text, s.recorded_from, s.recorded_to,
    o.missing_reason, o.remark, o.row_no, o.obs_value_num, o.prior_year_value_num, o.forecast_value_num
FROM submission AS s
JOIN form_row AS o ON o.submission_id = s.submission_id
WHERE s.recorded_from IS NOT NULL AND s.recorded_to IS NULL;

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
        (accepted * 200000000000000 + expected) / (2 * expected) AS reporting,
        (on_time * 200000000000000 + expected) / (2 * expected) AS punctual
    FROM counted
)
SELECT time_period, kind, expected, accepted, on_time, first_pass,
    rtrim(rtrim(printf('%d.%012d', reporting / 1000000000000, reporting % 1000000000000), '0'), '.')
        AS reporting_rate,
    rtrim(rtrim(printf('%d.%012d', punctual / 1000000000000, punctual % 1000000000000), '0'), '.') AS on_time_rate,
    accepted * 100.0 / expected AS reporting_rate_num,
    on_time * 100.0 / expected AS on_time_rate_num
FROM scaled;

-- A unit over the year. Periods that are not due yet, and of which nothing was sent, are not expected of anybody.
-- Rates as in v_reporting_rate: exact to 12 decimals, rounded half up, by whole numbers.
CREATE VIEW v_unit_record AS
WITH due_period AS (
    SELECT substr(time_period, 1, 4) AS year, ref_area, kind, accepted_version, on_time, first_pass, submissions,
        returns, first_received_at, reminders, lateness, items_asked, items_filled
    FROM unit_reporting
    WHERE lateness IS NOT 'NOT_YET_DUE'
),
counted AS (
    SELECT year, ref_area, kind, count(*) AS expected, count(first_received_at) AS received,
        count(accepted_version) AS accepted, sum(on_time) AS on_time, sum(first_pass) AS first_pass,
        sum(lateness IS 'LATE_BEFORE_REMINDER') AS late_before_reminder,
        sum(lateness IS 'LATE_WITHIN_LIMIT') AS late_within_limit,
        sum(lateness IS 'LATE_AFTER_LIMIT') AS late_after_limit,
        sum(lateness IS 'NOT_REPORTED') AS not_reported,
        sum(submissions) AS submissions, sum(returns) AS returns, sum(reminders) AS reminders,
        sum(CASE WHEN items_filled IS NULL THEN 0 ELSE items_asked END) AS items_asked,
        coalesce(sum(items_filled), 0) AS items_filled
    FROM due_period
    GROUP BY year, ref_area, kind
),
scaled AS (
    SELECT *, (accepted * 200000000000000 + expected) / (2 * expected) AS reporting,
        (on_time * 200000000000000 + expected) / (2 * expected) AS punctual,
        (first_pass * 200000000000000 + expected) / (2 * expected) AS clean
    FROM counted
)
SELECT year, ref_area, kind, expected, received, accepted, on_time, first_pass, late_before_reminder,
    late_within_limit, late_after_limit, not_reported, submissions, returns, reminders, items_asked, items_filled,
    rtrim(rtrim(printf('%d.%012d', reporting / 1000000000000, reporting % 1000000000000), '0'), '.')
        AS reporting_rate,
    rtrim(rtrim(printf('%d.%012d', punctual / 1000000000000, punctual % 1000000000000), '0'), '.') AS on_time_rate,
    rtrim(rtrim(printf('%d.%012d', clean / 1000000000000, clean % 1000000000000), '0'), '.') AS first_pass_rate,
    accepted * 100.0 / expected AS reporting_rate_num,
    on_time * 100.0 / expected AS on_time_rate_num,
    first_pass * 100.0 / expected AS first_pass_rate_num
FROM scaled;

-- A superseded submission names the one that superseded it as its reason; why the bulletin changed is kept with the
-- figure in the history of what was published, and empty if it was corrected once more before that.
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
    FROM pair AS p JOIN form_row AS o ON o.submission_id = p.new_submission
    UNION
    SELECT p.old_submission, p.new_submission, p.ref_area, p.time_period, p.at, o.item
    FROM pair AS p JOIN form_row AS o ON o.submission_id = p.old_submission
)
SELECT p.ref_area, p.time_period, p.item, coalesce(b.row_no, a.row_no) AS row_no,
    a.obs_value AS old_value, b.obs_value AS new_value,
    a.prior_year_value AS old_prior_year, b.prior_year_value AS new_prior_year,
    p.old_submission, p.new_submission, p.at, h.reason,
    a.obs_value_num AS old_value_num, b.obs_value_num AS new_value_num,
    a.prior_year_value_num AS old_prior_year_num, b.prior_year_value_num AS new_prior_year_num,
    b.obs_value_num - a.obs_value_num AS difference_num
FROM pair_item AS p
LEFT JOIN form_row AS a ON a.submission_id = p.old_submission AND a.item = p.item
LEFT JOIN form_row AS b ON b.submission_id = p.new_submission AND b.item = p.item
LEFT JOIN figure_history AS h ON h.time_period = p.time_period AND h.ref_area = p.ref_area AND h.item = p.item
    AND h.edition = (
        SELECT min(f.edition) FROM figure_history AS f
        WHERE f.time_period = p.time_period AND f.ref_area = p.ref_area AND f.item = p.item
            AND f.submission_id = p.new_submission)
WHERE a.obs_value IS NOT b.obs_value OR a.prior_year_value IS NOT b.prior_year_value;

-- Every figure that a later edition of a bulletin has otherwise than the one before it.
CREATE VIEW v_figure_revision AS
WITH figure_revision AS NOT MATERIALIZED (
    SELECT h.time_period, h.edition, h.recorded_from AS at, h.ref_area, h.item AS code, f.figure,
        CASE f.figure WHEN 'VALUE' THEN b.obs_value ELSE b.prior_year_value END AS old_value,
        CASE f.figure WHEN 'VALUE' THEN h.obs_value ELSE h.prior_year_value END AS new_value,
        h.reason, b.submission_id AS old_submission, h.submission_id AS new_submission
    FROM figure_history AS h
    LEFT JOIN figure_history AS b ON b.time_period = h.time_period AND b.ref_area = h.ref_area AND b.item = h.item
        AND b.edition = (
            SELECT max(e.edition) FROM figure_history AS e
            WHERE e.time_period = h.time_period AND e.ref_area = h.ref_area AND e.item = h.item
                AND e.edition < h.edition)
    CROSS JOIN (SELECT 'VALUE' AS figure UNION ALL SELECT 'PRIOR_YEAR') AS f
    WHERE h.edition > 1
),
verdict_revision AS NOT MATERIALIZED (
    SELECT h.time_period, h.edition, h.recorded_from AS at, h.ref_area, h.indicator AS code, f.figure,
        CASE f.figure WHEN 'LEVEL' THEN b.level_value WHEN 'GROWTH' THEN b.growth_percent WHEN 'RATE' THEN b.obs_value
            WHEN 'TARGET_VALUE' THEN b.target_value ELSE b.status END AS old_value,
        CASE f.figure WHEN 'LEVEL' THEN h.level_value WHEN 'GROWTH' THEN h.growth_percent WHEN 'RATE' THEN h.obs_value
            WHEN 'TARGET_VALUE' THEN h.target_value ELSE h.status END AS new_value,
        h.reason, NULL AS old_submission, NULL AS new_submission
    FROM attainment_history AS h
    LEFT JOIN attainment_history AS b ON b.time_period = h.time_period AND b.ref_area = h.ref_area
        AND b.indicator = h.indicator AND b.edition = (
            SELECT max(e.edition) FROM attainment_history AS e
            WHERE e.time_period = h.time_period AND e.ref_area = h.ref_area AND e.indicator = h.indicator
                AND e.edition < h.edition)
    CROSS JOIN (
        SELECT 'LEVEL' AS figure UNION ALL SELECT 'GROWTH' UNION ALL SELECT 'RATE' UNION ALL SELECT 'TARGET_VALUE'
        UNION ALL SELECT 'STATUS'
    ) AS f
    WHERE h.edition > 1
        AND (f.figure <> 'RATE' OR coalesce(h.measure, b.measure) IN ('RATIO', 'GROWTH_PER_HEAD'))
),
revision AS NOT MATERIALIZED (
    SELECT time_period, edition, at, ref_area, code, figure, old_value, new_value, reason, old_submission,
        new_submission
    FROM figure_revision
    UNION ALL
    SELECT time_period, edition, at, ref_area, code, figure, old_value, new_value, reason, old_submission,
        new_submission
    FROM verdict_revision
)
SELECT time_period, edition, at, ref_area, code, figure, old_value, new_value, reason, old_submission, new_submission,
    CASE figure WHEN 'STATUS' THEN NULL ELSE CAST(old_value AS REAL) END AS old_value_num,
    CASE figure WHEN 'STATUS' THEN NULL ELSE CAST(new_value AS REAL) END AS new_value_num
FROM revision
WHERE old_value IS NOT new_value;
