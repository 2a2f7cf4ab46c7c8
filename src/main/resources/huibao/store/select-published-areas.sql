-- Units, and the city, of which something is published for a period, found by going from one to the next.
-- Parameter: period.
WITH RECURSIVE area (ref_area) AS (
    SELECT min(ref_area) FROM attainment WHERE time_period = ?1
    UNION ALL
    SELECT (SELECT min(a.ref_area) FROM attainment AS a WHERE a.time_period = ?1 AND a.ref_area > area.ref_area)
    FROM area
    WHERE area.ref_area IS NOT NULL
)
SELECT ref_area
FROM area
WHERE ref_area IS NOT NULL
ORDER BY ref_area
