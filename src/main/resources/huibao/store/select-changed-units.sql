-- Units whose standing figures are not those published last, with a hash of what stands. Parameter: period.
WITH standing AS (
    SELECT s.ref_area, group_concat(h.figures_hash, ' ' ORDER BY s.receipt) AS figures
    FROM submission AS s
    JOIN form_header AS h ON h.submission_id = s.submission_id
    WHERE s.time_period = ?1 AND s.state = 'ACCEPTED'
    GROUP BY s.ref_area
),
published AS (
    SELECT ref_area, figures
    FROM published_unit
    WHERE time_period = ?1
)
SELECT coalesce(s.ref_area, p.ref_area) AS ref_area, s.figures
FROM standing AS s
FULL JOIN published AS p ON p.ref_area = s.ref_area
WHERE s.figures IS NOT p.figures
ORDER BY 1
