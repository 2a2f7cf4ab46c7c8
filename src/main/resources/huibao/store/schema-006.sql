-- Schema version 6: reminders (催报), and what reporting looks like against them.

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

ALTER TABLE run ADD COLUMN last_reminder INTEGER;

ALTER TABLE unit_reporting ADD COLUMN accepted_at TEXT;
ALTER TABLE unit_reporting ADD COLUMN reminded_at TEXT;
ALTER TABLE unit_reporting ADD COLUMN reminder_limit TEXT;
ALTER TABLE unit_reporting ADD COLUMN reminders INTEGER;
ALTER TABLE unit_reporting ADD COLUMN lateness TEXT;
ALTER TABLE unit_reporting ADD COLUMN items_asked INTEGER;
ALTER TABLE unit_reporting ADD COLUMN items_filled INTEGER;
ALTER TABLE unit_reporting ADD COLUMN fill_rate TEXT;
ALTER TABLE unit_reporting ADD COLUMN unfilled_step INTEGER;
ALTER TABLE unit_reporting ADD COLUMN fill_rate_num REAL GENERATED ALWAYS AS (CAST(fill_rate AS REAL)) VIRTUAL;

-- A unit over the year. Periods that are not due yet, and of which nothing was sent, are not expected of anybody.
-- Rates as in v_reporting_rate: exact to 12 decimals, rounded half up, by whole numbers.
CREATE VIEW v_unit_record AS
WITH due_period AS (
    SELECT substr(time_period, 1, 4) AS year, ref_area, kind, accepted_version, on_time, first_pass, submissions,
        returns, first_received_at, coalesce(reminders, 0) AS reminders, lateness, items_asked, items_filled
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
