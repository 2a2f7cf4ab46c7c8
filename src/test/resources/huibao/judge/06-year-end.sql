-- What is left to do of what is made in the course of the year: (T − A) / periods left beside A / periods so
-- far. While units are missing, A is the low end of the bounds, so that it is the most it can take.

CREATE TABLE year_end AS
WITH ends AS (
    SELECT
        d."month", d.indicator, d.area, d.measure, d.comparator, d.goal,
        d.is_paced OR (d.measure = 'GROWTH' AND i.accumulation = 'YTD') AS is_made,
        CASE WHEN d.missing = '' THEN d.actual WHEN d.lowest.d > 0 THEN d.lowest END AS worst,
        CASE WHEN d.missing = '' THEN d.actual WHEN d.highest.d > 0 THEN d.highest END AS best
    FROM decided AS d JOIN item AS i ON i.item = d.item_1
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
            -- it takes every unit's full figure of the year before, which this year does not have
            WHEN measure = 'GROWTH' THEN 'NOT_COMPUTABLE'
            WHEN holds(comparator, worst, goal) THEN 'DONE'
            WHEN holds(comparator, fraction(worst.n * 12, worst.d * "month"), goal) THEN 'AT_THIS_RATE'
            ELSE 'NEEDS_MORE'
        END AS outlook
    FROM ends
)
SELECT
    "month", indicator, area, outlook,
    CASE WHEN outlook IN ('AT_THIS_RATE', 'NEEDS_MORE')
        THEN fraction(goal.n * worst.d - worst.n * goal.d, goal.d * worst.d * (12 - "month")) END AS needed,
    CASE WHEN outlook IN ('AT_THIS_RATE', 'NEEDS_MORE')
        THEN fraction(worst.n, worst.d * "month") END AS average
FROM told;
