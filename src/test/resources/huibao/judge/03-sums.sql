-- Each target's sums: for the city over the units that make its figure, for a unit over itself. A sum of
-- bounds has no bound as soon as one unit has none. A value is taken over the units that gave all it is made of:
-- both items of a quotient, and the year before where years are compared.

CREATE TABLE part AS
WITH target_item AS (
    SELECT indicator, "level", 1 AS nth, item_1 AS item FROM target
    UNION ALL
    SELECT indicator, "level", 2, item_2 FROM target WHERE item_2 IS NOT NULL
)
SELECT t.indicator, t.nth, c.ref_area AS area, f.*
FROM target_item AS t, (SELECT ref_area FROM unit WHERE kind = 'CITY') AS c, figure AS f
WHERE f.item = t.item AND (f.item, f.ref_area) IN (SELECT item, ref_area FROM contributor)
UNION ALL
SELECT t.indicator, t.nth, f.ref_area, f.*
FROM target_item AS t JOIN figure AS f ON f.item = t.item
WHERE t."level" = 'DISTRICT' AND f.kind <> 'CITY';

-- Everything, or nothing if one is missing.
CREATE MACRO whole(amount) AS (CASE WHEN count(amount) = count(*) THEN sum(amount) END);

CREATE TABLE item_sum AS
SELECT
    indicator, area, "month", nth, sum("value") AS "value", max("value") IS NULL AS is_silent,
    CASE WHEN count("value") > 0 AND count(prior_year) FILTER ("value" IS NOT NULL) = count("value")
        THEN sum(prior_year) FILTER ("value" IS NOT NULL) END AS prior_year,
    whole(forecast) AS forecast, whole(low) AS low, whole(high) AS high, whole(prior_low) AS prior_low,
    whole(prior_high) AS prior_high, count(*) AS expected,
    -- how far along last year was, of the units of which both figures are known
    sum(year_before) FILTER (full_year_before IS NOT NULL) AS last_same,
    sum(full_year_before) FILTER (year_before IS NOT NULL) AS last_full,
    count(*) FILTER (year_before IS NOT NULL AND full_year_before IS NOT NULL) AS last_known,
    max(accumulation) AS accumulation,
    -- SDMX: A normal, P provisional, E estimated, I imputed, V open query, O missing; the worst of the parts.
    coalesce(max(strpos('APEIV', obs_status)) FILTER ("value" IS NOT NULL), 6) AS worst
FROM part
GROUP BY indicator, area, "month", nth;

-- Units that gave every item; and whether they are in the value.
CREATE TABLE given AS
SELECT
    p.indicator, p.area, p."month", p.ref_area,
    bool_and(p.prior_year IS NOT NULL) OR any_value(t.measure) NOT IN ('GROWTH', 'GROWTH_PER_HEAD') AS is_within
FROM part AS p JOIN target AS t USING (indicator)
GROUP BY p.indicator, p.area, p."month", p.ref_area
HAVING count(p."value") = 1 + count(DISTINCT t.item_2);

-- Where none is, the sums of those that gave every item stand, and come to no value.
CREATE TABLE summed AS
SELECT * FROM given
QUALIFY is_within OR NOT bool_or(is_within) OVER (PARTITION BY indicator, area, "month");

CREATE TABLE both_sum AS
SELECT
    indicator, area, "month", nth, sum("value") AS "value", whole(prior_year) AS prior_year
FROM part SEMI JOIN summed USING (indicator, area, "month", ref_area)
GROUP BY indicator, area, "month", nth;

CREATE TABLE missing AS
SELECT
    p.indicator, p.area, p."month", count(*) AS expected, count(*) FILTER (coalesce(g.is_within, false)) AS reported,
    coalesce(string_agg(p.ref_area, ' ' ORDER BY p.place) FILTER (NOT coalesce(g.is_within, false)), '') AS units
FROM (SELECT DISTINCT indicator, area, "month", ref_area, place FROM part) AS p
LEFT JOIN given AS g USING (indicator, area, "month", ref_area)
GROUP BY p.indicator, p.area, p."month";

CREATE TABLE sums AS
SELECT
    t.*, a.area, a."month", m.units AS missing,
    coalesce(b1."value", a."value") AS "level_sum",
    CASE WHEN b1."value" IS NOT NULL THEN b1.prior_year ELSE a.prior_year END AS prior_sum,
    CASE WHEN b1."value" IS NOT NULL THEN b2."value" WHEN a.is_silent THEN z."value" END AS denominator_sum,
    CASE WHEN b1."value" IS NOT NULL THEN b2.prior_year END AS prior_denominator_sum,
    a.accumulation, a.last_same, a.last_full, a.last_known = a.expected AS is_last_whole,
    a.forecast, z.forecast AS forecast_denominator, a.low, a.high, a.prior_low, a.prior_high,
    z.low AS denominator_low, z.high AS denominator_high, z.prior_low AS prior_denominator_low,
    z.prior_high AS prior_denominator_high,
    m.reported, m.expected,
    substr('APEIVO', greatest(a.worst, coalesce(z.worst, 0)), 1) AS obs_status
FROM target AS t
JOIN item_sum AS a ON a.indicator = t.indicator AND a.nth = 1
LEFT JOIN item_sum AS z ON z.indicator = a.indicator AND z.area = a.area AND z."month" = a."month" AND z.nth = 2
LEFT JOIN both_sum AS b1 ON b1.indicator = a.indicator AND b1.area = a.area AND b1."month" = a."month" AND b1.nth = 1
LEFT JOIN both_sum AS b2 ON b2.indicator = a.indicator AND b2.area = a.area AND b2."month" = a."month" AND b2.nth = 2
JOIN missing AS m ON m.indicator = a.indicator AND m.area = a.area AND m."month" = a."month";
