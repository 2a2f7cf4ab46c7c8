-- Schema version 9: v_reporting_rate also says which share of the units was on time (按时上报率).

DROP VIEW v_reporting_rate;

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
