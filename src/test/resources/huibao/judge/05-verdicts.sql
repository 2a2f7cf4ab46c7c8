-- What each value is judged against, and the verdict on it and on both its ends.
-- Design: a flow is ACHIEVED as soon as the comparator holds for the year's value, otherwise it goes by the
-- pace gap (completion − month/12, in points), a LUMPY one is IN_PROGRESS; a stock, ratio or growth is ON_PACE
-- or BELOW. In December everything is ACHIEVED or MISSED.

CREATE TABLE judged AS
SELECT
    v.* EXCLUDE (target_value),
    CASE
        WHEN u.kind = 'CITY' THEN 'CITY'
        WHEN a.indicator IS NOT NULL THEN CASE WHEN a.basis = 'ILLUSTRATIVE' THEN a.basis ELSE 'ALLOCATION' END
        WHEN v.is_rate THEN 'CITY_VALUE'
        ELSE 'NONE'
    END AS basis,
    lowest_terms(fraction(CASE
        WHEN u.kind = 'CITY' THEN v.target_value
        WHEN a.indicator IS NOT NULL THEN a.target_value
        WHEN v.is_rate THEN v.target_value
    END, 1000000)) AS goal,
    fraction("month", 12) AS calendar,
    CASE WHEN v.accumulation = 'YTD' AND last_same > 0 AND last_same <= last_full
        THEN lowest_terms(fraction(last_same, last_full)) END AS last_share,
    u.kind
FROM valued AS v
JOIN unit AS u ON u.ref_area = v.area
LEFT JOIN allocation AS a ON a.indicator = v.indicator AND a.ref_area = v.area AND u.kind <> 'CITY';

SELECT error('a comparator these statements do not know: ' || comparator) FROM target
WHERE comparator NOT IN ('AT_LEAST', 'MORE_THAN', 'HOLD_AT');

-- n/d against goal; MORE_THAN excludes the number, the others include it
CREATE MACRO holds(comparator, f, goal) AS (
    CASE comparator WHEN 'MORE_THAN' THEN f.n * goal.d > goal.n * f.d ELSE f.n * goal.d >= goal.n * f.d END
);
-- 100·f/goal − 100·share >= points
CREATE MACRO gap_reaches(f, goal, share, points) AS (
    100 * f.n * goal.d * share.d >= (points * share.d + 100 * share.n) * f.d * goal.n
);
-- strictly more than points
CREATE MACRO gap_exceeds(f, goal, share, points) AS (
    100 * f.n * goal.d * share.d > (points * share.d + 100 * share.n) * f.d * goal.n
);
-- share: of the year, as far as it is over
CREATE MACRO verdict(f, goal, comparator, is_paced, pace, "month", share, ahead, on_pace, near, behind) AS (
    CASE
        WHEN "month" = 12 THEN CASE WHEN holds(comparator, f, goal) THEN 'ACHIEVED' ELSE 'MISSED' END
        WHEN NOT is_paced THEN CASE WHEN holds(comparator, f, goal) THEN 'ON_PACE' ELSE 'BELOW' END
        WHEN holds(comparator, f, goal) THEN 'ACHIEVED'
        WHEN pace = 'LUMPY' OR goal.n = 0 THEN 'IN_PROGRESS'
        WHEN gap_reaches(f, goal, share, ahead) THEN 'AHEAD'
        WHEN gap_reaches(f, goal, share, on_pace) THEN 'ON_PACE'
        WHEN gap_exceeds(f, goal, share, near) THEN 'NEAR'
        WHEN gap_reaches(f, goal, share, behind) THEN 'BEHIND'
        ELSE 'FAR_BEHIND'
    END
);
-- 1 all is well, −1 something is wrong, 0 neither
CREATE MACRO class_of(status) AS (
    CASE
        WHEN status IN ('ACHIEVED', 'AHEAD', 'ON_PACE') THEN 1
        WHEN status IN ('NEAR', 'BEHIND', 'FAR_BEHIND', 'BELOW', 'MISSED') THEN -1
        ELSE 0
    END
);

CREATE TABLE decided AS
WITH status AS (
    SELECT
        j.*,
        CASE
            WHEN "level_sum" IS NULL THEN 'NO_DATA'
            WHEN obstacle <> 'NONE' THEN 'CANNOT_ASSESS'
            WHEN goal IS NULL THEN 'NO_TARGET'
            ELSE verdict(actual, goal, comparator, is_paced, pace, "month", calendar, ahead, on_pace, near, behind)
        END AS status,
        -- the same flow held against how far along last year was
        CASE WHEN is_paced AND actual IS NOT NULL AND goal IS NOT NULL AND last_share IS NOT NULL
            THEN verdict(actual, goal, comparator, is_paced, 'LINEAR', "month", last_share, ahead, on_pace, near, behind)
        END AS seasonal_status,
        class_of(verdict(lowest, goal, comparator, is_paced, pace, "month", calendar, ahead, on_pace, near, behind)) AS at_low,
        class_of(verdict(highest, goal, comparator, is_paced, pace, "month", calendar, ahead, on_pace, near, behind)) AS at_high,
        comparator = 'HOLD_AT' AND actual IS NOT NULL AND goal.n > 0
            AND actual.n * goal.d * 100 > goal.n * actual.d * (100 + hold_band_percent) AS above_band
    FROM judged AS j, setting
)
SELECT
    *,
    CASE
        WHEN missing = '' THEN 'complete'
        WHEN goal IS NULL OR status = 'CANNOT_ASSESS' OR at_low <> at_high THEN 'depends'
        WHEN at_low = -1 THEN 'impossible'
        WHEN status = 'NO_DATA' OR class_of(status) = at_low THEN 'certain'
        ELSE 'depends'
    END AS certainty,
    CASE
        WHEN status = 'ACHIEVED' THEN 'BLUE'
        WHEN status IN ('AHEAD', 'ON_PACE') THEN 'GREEN'
        WHEN status IN ('NEAR', 'BEHIND') THEN 'YELLOW'
        WHEN status IN ('FAR_BEHIND', 'BELOW', 'MISSED') THEN 'RED'
        ELSE 'GREY'
    END AS light
FROM status;
