-- The rows as they ought to be published: every figure a whole number of 10^-12, rounded once, half to even
-- (GB/T 8170); the ends of a bound outward. Divided by hand, four digits at a time, to stay in whole numbers.

CREATE MACRO truncated(f) AS (
    (f.n // f.d) * 1000000000000
    + ((f.n % f.d) * 10000 // f.d) * 100000000
    + (((f.n % f.d) * 10000 % f.d) * 10000 // f.d) * 10000
    + ((((f.n % f.d) * 10000 % f.d) * 10000 % f.d) * 10000 // f.d)
);
CREATE MACRO rest(f) AS ((((f.n % f.d) * 10000 % f.d) * 10000 % f.d) * 10000 % f.d);
CREATE MACRO half_even(f) AS (
    truncated(f) + sign(f.n)::INTEGER * CASE
        WHEN abs(rest(f)) * 2 > f.d THEN 1
        WHEN abs(rest(f)) * 2 = f.d THEN abs(truncated(f) % 2)
        ELSE 0
    END
);
CREATE MACRO outward_down(f) AS (CASE WHEN f.d > 0 THEN truncated(f) - (rest(f) < 0)::INTEGER END);
CREATE MACRO outward_up(f) AS (CASE WHEN f.d > 0 THEN truncated(f) + (rest(f) > 0)::INTEGER END);

-- Everything as an exact fraction; sums are in 1/138600 of a millionth.
CREATE TABLE exact AS
SELECT
    d."month", d.indicator, d.area AS ref_area, name_zh, name_en, measure, comparator, unit_measure, basis, obstacle,
    goal, actual, fraction("level_sum", 138600000000) AS "level", fraction(prior_sum, 138600000000) AS prior,
    fraction(denominator_sum, 138600000000) AS denominator,
    CASE WHEN prior_sum > 0 THEN fraction(("level_sum" - prior_sum) * 100, prior_sum) END AS growth,
    CASE WHEN measure = 'LEVEL' AND goal.n > 0
        THEN fraction(actual.n * goal.d * 100, actual.d * goal.n) END AS completion,
    fraction(("month" * 100)::HUGEINT, 12::HUGEINT) AS pace_percent,
    CASE
        WHEN is_rate THEN fraction(actual.n * goal.d - goal.n * actual.d, actual.d * goal.d)
        WHEN is_paced AND goal.n > 0
            THEN fraction(1200 * actual.n * goal.d - 100 * "month" * actual.d * goal.n, 12 * actual.d * goal.n)
    END AS gap,
    CASE WHEN pace = 'LINEAR' THEN fraction(actual.n * 12, actual.d * "month") END AS projected,
    forecast_value AS forecast, missing, lowest, highest, certainty, status, light,
    fraction((reported * 100)::HUGEINT, expected::HUGEINT) AS reporting, obs_status,
    coalesce(above_band, false) AS above_band, y.outlook, y.needed, y.average, y.needed_growth,
    seasonal_status, CASE WHEN is_paced THEN fraction(100 * last_share.n, last_share.d) END AS seasonal_pace,
    CASE WHEN is_paced AND goal.n > 0 THEN fraction(
        100 * (actual.n * goal.d * last_share.d - last_share.n * actual.d * goal.n), actual.d * goal.n * last_share.d)
    END AS seasonal_gap,
    CASE WHEN is_paced THEN fraction(actual.n * last_share.d, actual.d * last_share.n) END AS seasonal_projection,
    d.kind = 'DISTRICT' AND d."level" = 'DISTRICT' AS is_ranked,
    -- as printed: rates and levels with the job's decimals, a level never with more than its item has
    CASE WHEN is_rate THEN rate_decimals ELSE least(level_decimals, i.decimals) END AS printed_decimals
FROM decided AS d
JOIN item AS i ON i.item = d.item_1
JOIN year_end AS y USING ("month", indicator, area), setting;

CREATE TABLE unranked AS
SELECT
    * EXCLUDE (goal, actual, "level", prior, denominator, growth, completion, pace_percent, gap, projected, forecast,
        missing, lowest, highest, reporting, needed, average, needed_growth, seasonal_pace, seasonal_gap, seasonal_projection),
    half_even(goal) AS target_value, half_even(actual) AS obs_value, half_even("level") AS level_value,
    half_even(prior) AS prior_year_value, half_even(denominator) AS denominator_value,
    half_even(growth) AS growth_percent, half_even(completion) AS completion_percent,
    half_even(pace_percent) AS pace_percent, half_even(gap) AS pace_gap_points,
    half_even(projected) AS projected_value, half_even(forecast) AS forecast_value,
    CASE WHEN missing = '' THEN half_even(actual) ELSE outward_down(lowest) END AS low_value,
    CASE WHEN missing = '' THEN half_even(actual) ELSE outward_up(highest) END AS high_value,
    CASE WHEN certainty = 'depends' THEN missing ELSE '' END AS depends_on, half_even(reporting) AS reporting_rate,
    half_even(needed) AS needed_per_period, half_even(average) AS average_per_period,
    half_even(needed_growth) AS needed_growth_percent, half_even(seasonal_pace) AS seasonal_pace_percent,
    half_even(seasonal_gap) AS seasonal_gap_points, half_even(seasonal_projection) AS seasonal_projected_value
FROM exact;

-- 12500000000000 is written 12.500000000000
CREATE MACRO decimal_text(figure) AS (
    CASE WHEN figure < 0 THEN '-' ELSE '' END || (abs(figure) // 1000000000000)::VARCHAR || '.'
    || lpad((abs(figure) % 1000000000000)::VARCHAR, 12, '0')
);

-- What was assumed of each figure that is missing: where it comes from, and both its ends.
CREATE MACRO end_text(figure) AS (coalesce(rtrim(rtrim(decimal_text(figure), '0'), '.'), ''));

CREATE TABLE assumed AS
SELECT
    indicator, area AS ref_area, "month",
    string_agg(
        ref_area || ' ' || item || ' ' || assumed || ' '
        || coalesce(getvariable('year') || '-' || lpad(since::VARCHAR, 2, '0'), '-') || ' '
        || end_text(outward_down(fraction(low, 138600000000))) || '..'
        || end_text(outward_up(fraction(high, 138600000000))),
        chr(10) ORDER BY nth, place) AS assumption
FROM part
WHERE "value" IS NULL
GROUP BY indicator, area, "month";

-- 1-1-3 among the districts, on the value as printed; all comparators of this job want more.
CREATE TABLE expected AS
WITH printed AS (
    SELECT "month", indicator, ref_area,
        half_even(fraction(obs_value, ('1' || repeat('0', 24 - printed_decimals))::HUGEINT)) AS printed_value
    FROM unranked
    WHERE is_ranked AND obs_value IS NOT NULL
),
ranked AS (
    SELECT "month", indicator, ref_area,
        rank() OVER (PARTITION BY "month", indicator ORDER BY printed_value DESC) AS "rank"
    FROM printed
)
SELECT
    u."month", u.indicator, u.ref_area, name_zh, name_en, measure, comparator, decimal_text(target_value) AS target_value,
    unit_measure, decimal_text(obs_value) AS obs_value, decimal_text(level_value) AS level_value,
    decimal_text(prior_year_value) AS prior_year_value, decimal_text(denominator_value) AS denominator_value,
    decimal_text(growth_percent) AS growth_percent, decimal_text(completion_percent) AS completion_percent,
    decimal_text(pace_percent) AS pace_percent, decimal_text(pace_gap_points) AS pace_gap_points,
    decimal_text(projected_value) AS projected_value, decimal_text(low_value) AS low_value,
    decimal_text(high_value) AS high_value, certainty, depends_on, status, light, r."rank",
    decimal_text(reporting_rate) AS reporting_rate, obs_status, basis, obstacle,
    decimal_text(forecast_value) AS forecast_value, above_band,
    outlook AS year_end_outlook, decimal_text(needed_per_period) AS needed_per_period,
    decimal_text(average_per_period) AS average_per_period,
    decimal_text(needed_growth_percent) AS needed_growth_percent, seasonal_status,
    decimal_text(seasonal_pace_percent) AS seasonal_pace_percent,
    decimal_text(seasonal_gap_points) AS seasonal_gap_points,
    decimal_text(seasonal_projected_value) AS seasonal_projected_value, coalesce(a.assumption, '') AS assumption
FROM unranked AS u
LEFT JOIN ranked AS r USING ("month", indicator, ref_area)
LEFT JOIN assumed AS a USING ("month", indicator, ref_area);
