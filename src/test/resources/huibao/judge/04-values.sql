-- The target's value as an exact fraction {n, d} of whole numbers, d > 0, and what it lies between. A place
-- without a bound is at infinity, which is written as the fraction over zero: cross-multiplied it compares
-- as it should. A growth has no value without a positive base, a ratio none without a positive denominator.

CREATE MACRO fraction(n, d) AS (CASE WHEN n IS NOT NULL AND d IS NOT NULL THEN {'n': n::HUGEINT, 'd': d::HUGEINT} END);
CREATE MACRO lowest_terms(f) AS (fraction(f.n // gcd(f.n, f.d), f.d // gcd(f.n, f.d)));
-- f and g not negative
CREATE MACRO times(f, g) AS (fraction(f.n * g.n, f.d * g.d));
CREATE MACRO over(f, g) AS (fraction(f.n * g.d, f.d * g.n));
-- (f − 1) · by
CREATE MACRO growth(f, "by") AS (fraction((f.n - f.d) * "by".n, f.d * "by".d));

CREATE TABLE valued AS
WITH obstructed AS (
    SELECT
        *, lowest_terms(fraction(scale, 1000000)) AS scale_by, CASE
            WHEN "level_sum" IS NULL OR measure = 'LEVEL' THEN 'NONE'
            WHEN measure IN ('RATIO', 'GROWTH_PER_HEAD') AND denominator_sum IS NULL THEN 'NO_DENOMINATOR'
            WHEN measure IN ('RATIO', 'GROWTH_PER_HEAD') AND denominator_sum <= 0 THEN 'DENOMINATOR_NOT_POSITIVE'
            WHEN measure IN ('GROWTH', 'GROWTH_PER_HEAD') AND prior_sum IS NULL THEN 'NO_PRIOR_YEAR'
            WHEN measure IN ('GROWTH', 'GROWTH_PER_HEAD') AND prior_sum <= 0 THEN 'BASE_NOT_POSITIVE'
            WHEN measure = 'GROWTH_PER_HEAD' AND prior_denominator_sum IS NULL THEN 'NO_PRIOR_YEAR'
            WHEN measure = 'GROWTH_PER_HEAD' AND prior_denominator_sum <= 0 THEN 'DENOMINATOR_NOT_POSITIVE'
            ELSE 'NONE'
        END AS obstacle
    FROM sums
),
exactly AS (
    SELECT
        *,
        CASE
            WHEN "level_sum" IS NULL OR obstacle <> 'NONE' THEN NULL
            WHEN measure = 'LEVEL' THEN fraction("level_sum", 138600000000)
            WHEN measure = 'GROWTH' THEN growth(fraction("level_sum", prior_sum), scale_by)
            WHEN measure = 'RATIO' THEN times(fraction("level_sum", denominator_sum), scale_by)
            WHEN measure = 'GROWTH_PER_HEAD' THEN growth(
                over(fraction("level_sum", denominator_sum), fraction(prior_sum, prior_denominator_sum)), scale_by)
        END AS actual,
        -- The low end: the least numerator over the largest denominator; over one without bound it is nothing.
        -- A quotient of which the denominator may be nothing has no ends.
        coalesce(CASE
            WHEN missing = '' THEN NULL
            WHEN measure = 'LEVEL' THEN fraction(low, 138600000000)
            WHEN measure = 'GROWTH' AND prior_low > 0
                THEN growth(coalesce(fraction(low, prior_high), fraction(low * 0, 1)), scale_by)
            WHEN measure = 'RATIO' AND denominator_low > 0
                THEN times(coalesce(fraction(low, denominator_high), fraction(low * 0, 1)), scale_by)
            WHEN measure = 'GROWTH_PER_HEAD' AND denominator_low > 0 AND prior_denominator_low > 0 AND prior_low > 0
                -- without a highest prior rate the quotient comes as near to nothing as one likes
                THEN growth(coalesce(
                    over(
                        coalesce(fraction(low, denominator_high), fraction(low * 0, 1)),
                        fraction(prior_high, prior_denominator_low)),
                    fraction(low * 0, 1)), scale_by)
        END, {'n': (-1)::HUGEINT, 'd': 0::HUGEINT}) AS lowest,
        coalesce(CASE
            WHEN missing = '' THEN NULL
            WHEN measure = 'LEVEL' THEN fraction(high, 138600000000)
            WHEN measure = 'GROWTH' AND prior_low > 0 THEN growth(fraction(high, prior_low), scale_by)
            WHEN measure = 'RATIO' AND denominator_low > 0 THEN times(fraction(high, denominator_low), scale_by)
            WHEN measure = 'GROWTH_PER_HEAD' AND denominator_low > 0 AND prior_denominator_low > 0 AND prior_low > 0
                THEN growth(
                    over(fraction(high, denominator_low), fraction(prior_low, prior_denominator_high)), scale_by)
        END, {'n': 1::HUGEINT, 'd': 0::HUGEINT}) AS highest,
        CASE
            WHEN measure = 'LEVEL' THEN fraction(forecast, 138600000000)
            WHEN measure = 'RATIO' AND forecast_denominator > 0
                THEN times(fraction(forecast, forecast_denominator), scale_by)
        END AS forecast_value
    FROM obstructed
)
SELECT * REPLACE (
    lowest_terms(actual) AS actual, lowest_terms(lowest) AS lowest, lowest_terms(highest) AS highest,
    lowest_terms(forecast_value) AS forecast_value)
FROM exactly;
