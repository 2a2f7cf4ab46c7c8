-- What stands: one row per unit, item and period (month), reported or not, from the Parquet files alone.
-- Bounds need a figure over 1 to 12 (continued at its own monthly rate) and hundredths of it (a swing in
-- percent): units of 1/138600 of a millionth hold all of them as whole numbers, since 27720 is the least
-- common multiple of 1 to 12, and 138600 is five times that.
-- Variables: parquet (the published folder), last_parquet (that of the job of the year before), year.

CREATE MACRO fine(figure) AS (millionths(figure) * 138600);

CREATE TABLE observation AS
SELECT
    ref_area, item, split_part(time_period, '-', 1)::INTEGER AS "year", split_part(time_period, '-', 2)::INTEGER AS "month",
    fine(obs_value) AS "value", fine(prior_year_value) AS prior_year, fine(forecast_value) AS forecast,
    obs_status
FROM read_parquet(
    [getvariable('parquet') || '/observation/*/*/part.parquet',
        getvariable('last_parquet') || '/observation/*/*/part.parquet'],
    hive_partitioning = false)
WHERE recorded_to IS NULL;

SELECT error('a negative figure, which these statements do not expect: ' || item) FROM observation
WHERE "value" < 0 OR prior_year < 0;

CREATE TABLE slot AS
SELECT "month"::INTEGER AS "month", u.ref_area, u.kind, u.place, i.item, i.accumulation, i.asks_prior_year
FROM range(1, 13) AS months("month"), unit AS u, item AS i
WHERE (i.reporter = 'CITY') = (u.kind = 'CITY');

-- The last accepted figure of the year, each item's own: the newest earlier month in which the unit gave one,
-- whatever else it reported since. The prior-year figure is another figure, with a month of its own.
CREATE TABLE last_accepted AS
SELECT s."month", s.ref_area, s.item, l."month" AS month_before, l."value" AS value_before
FROM slot AS s
JOIN observation AS l
    ON l.ref_area = s.ref_area AND l.item = s.item AND l."year" = getvariable('year') AND l."month" < s."month"
WHERE value_before IS NOT NULL
QUALIFY l."month" = max(l."month") OVER (PARTITION BY s."month", s.ref_area, s.item);

CREATE TABLE last_accepted_prior AS
SELECT s."month", s.ref_area, s.item, p."month" AS prior_month_before, p.prior_year AS prior_year_before
FROM slot AS s
JOIN observation AS p
    ON p.ref_area = s.ref_area AND p.item = s.item AND p."year" = getvariable('year') AND p."month" < s."month"
WHERE prior_year_before IS NOT NULL
QUALIFY p."month" = max(p."month") OVER (PARTITION BY s."month", s.ref_area, s.item);

CREATE TABLE known AS
SELECT
    s.*, o."value", o.prior_year, o.forecast, o.obs_status, b.month_before, b.value_before, p.prior_month_before,
    p.prior_year_before, y."value" AS year_before, z."value" AS full_year_before
FROM slot AS s
LEFT JOIN observation AS o
    ON o.ref_area = s.ref_area AND o.item = s.item AND o."year" = getvariable('year') AND o."month" = s."month"
LEFT JOIN last_accepted AS b ON b.ref_area = s.ref_area AND b.item = s.item AND b."month" = s."month"
LEFT JOIN last_accepted_prior AS p ON p.ref_area = s.ref_area AND p.item = s.item AND p."month" = s."month"
LEFT JOIN observation AS y
    ON y.ref_area = s.ref_area AND y.item = s.item AND y."year" = getvariable('year') - 1
    AND y."month" = s."month"
LEFT JOIN observation AS z
    ON z.ref_area = s.ref_area AND z.item = s.item AND z."year" = getvariable('year') - 1 AND z."month" = 12;

-- What a missing figure lies between; NULL is no bound. A flow: what had come in, and that continued at its
-- own monthly rate, or the year before if that is more; from nothing if it never reported. A stock: the
-- last one give or take its swing. The prior-year figure by the same two rules, unless the archive has it.
CREATE MACRO flow_low(before) AS (coalesce(before, 0));
CREATE MACRO flow_high(before, before_month, this_month, year_before) AS (
    CASE WHEN before IS NULL THEN year_before
         ELSE greatest(before // before_month * this_month, coalesce(year_before, 0)) END
);
CREATE MACRO stock_low(before, percent) AS (
    CASE WHEN before IS NOT NULL THEN greatest(before - before // 100 * percent, 0) END
);
CREATE MACRO stock_high(before, percent) AS (before + before // 100 * percent);

CREATE TABLE figure AS
SELECT
    k.* EXCLUDE (month_before, value_before, prior_month_before, prior_year_before),
    CASE
        WHEN k."value" IS NOT NULL THEN NULL
        WHEN k.accumulation = 'POINT' THEN
            CASE WHEN k.value_before IS NOT NULL AND w.percent IS NOT NULL THEN 'SWING' ELSE 'NO_CEILING' END
        WHEN k.value_before IS NULL THEN CASE WHEN k.year_before IS NULL THEN 'NO_CEILING' ELSE 'YEAR_BEFORE' END
        WHEN flow_high(k.value_before, k.month_before, k."month", NULL) < k.year_before
            THEN 'CONTINUED_OR_YEAR_BEFORE'
        ELSE 'CONTINUED'
    END AS assumed,
    CASE WHEN k.value_before IS NOT NULL THEN k.month_before END AS since,
    CASE WHEN k."value" IS NOT NULL THEN k."value"
         WHEN k.accumulation = 'YTD' THEN flow_low(k.value_before)
         ELSE stock_low(k.value_before, w.percent) END AS low,
    CASE WHEN k."value" IS NOT NULL THEN k."value"
         WHEN k.accumulation = 'YTD' THEN flow_high(k.value_before, k.month_before, k."month", k.year_before)
         ELSE stock_high(k.value_before, w.percent) END AS high,
    CASE WHEN NOT k.asks_prior_year THEN NULL
         WHEN coalesce(k.prior_year, k.year_before) IS NOT NULL THEN coalesce(k.prior_year, k.year_before)
         WHEN k.accumulation = 'YTD' THEN flow_low(k.prior_year_before)
         ELSE stock_low(k.prior_year_before, w.percent) END AS prior_low,
    CASE WHEN NOT k.asks_prior_year THEN NULL
         WHEN coalesce(k.prior_year, k.year_before) IS NOT NULL THEN coalesce(k.prior_year, k.year_before)
         WHEN k.accumulation = 'YTD' THEN flow_high(k.prior_year_before, k.prior_month_before, k."month", NULL)
         ELSE stock_high(k.prior_year_before, w.percent) END AS prior_high
FROM known AS k LEFT JOIN swing AS w USING (item);
