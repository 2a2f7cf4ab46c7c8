-- What is left to do of what is made in the course of the year: (T − A) / periods left beside A / periods so
-- far. While units are missing, A is the low end of the bounds, so that it is the most it can take. A growth
-- is held against the whole year before, which is the form's own prior-year figure gone on as that year did.

CREATE TABLE year_end AS
WITH ends AS (
    SELECT
        "month", indicator, area, measure, comparator, goal, missing, scale_by, last_share,
        is_paced OR (measure = 'GROWTH' AND accumulation = 'YTD') AS is_made,
        is_last_whole AND last_share.n < last_share.d AS is_last_known,
        CASE WHEN missing = '' THEN actual WHEN lowest.d > 0 THEN lowest END AS worst,
        CASE WHEN missing = '' THEN actual WHEN highest.d > 0 THEN highest END AS best,
        "level_sum" // 138600 AS "level", prior_sum // 138600 AS prior
    FROM decided
),
told AS (
    SELECT
        *,
        CASE
            WHEN NOT is_made THEN 'NOT_APPLICABLE'
            WHEN goal IS NULL OR worst IS NULL THEN 'NOT_COMPUTABLE'
            WHEN "month" = 12 AND holds(comparator, worst, goal) THEN 'DONE'
            WHEN "month" = 12 THEN
                CASE WHEN best IS NULL OR holds(comparator, best, goal) THEN 'NOT_COMPUTABLE' ELSE 'LOST' END
            WHEN measure = 'GROWTH' AND (missing <> '' OR coalesce(is_last_known, false) = false) THEN 'NOT_COMPUTABLE'
            WHEN measure = 'GROWTH' THEN
                CASE WHEN holds(comparator, worst, goal) THEN 'AT_THIS_RATE' ELSE 'NEEDS_MORE' END
            WHEN holds(comparator, worst, goal) THEN 'DONE'
            WHEN holds(comparator, fraction(worst.n * 12, worst.d * "month"), goal) THEN 'AT_THIS_RATE'
            ELSE 'NEEDS_MORE'
        END AS outlook
    FROM ends
)
SELECT
    "month", indicator, area, outlook,
    CASE WHEN measure = 'LEVEL' AND outlook IN ('AT_THIS_RATE', 'NEEDS_MORE')
        THEN fraction(goal.n * worst.d - worst.n * goal.d, goal.d * worst.d * (12 - "month")) END AS needed,
    CASE WHEN measure = 'LEVEL' AND outlook IN ('AT_THIS_RATE', 'NEEDS_MORE')
        THEN fraction(worst.n, worst.d * "month") END AS average,
    -- what the rest of this year must be, (prior / share) · (1 + goal / scale) − level, over the rest of last
    -- year, prior / share − prior
    CASE WHEN measure = 'GROWTH' AND outlook IN ('AT_THIS_RATE', 'NEEDS_MORE')
        THEN growth(
            fraction(
                prior * last_share.d * (scale_by.n * goal.d + goal.n * scale_by.d)
                    - "level" * last_share.n * scale_by.n * goal.d,
                prior * (last_share.d - last_share.n) * scale_by.n * goal.d),
            scale_by) END AS needed_growth
FROM told;
