-- Other forms with the same figure: of other units for the period, of the unit for earlier periods of the
-- year. Parameters: item, figure, period, unit, year.
SELECT o.submission_id
FROM observation AS o
WHERE o.item = ?1 AND o.obs_value = ?2
    AND ((o.time_period = ?3 AND o.ref_area <> ?4)
        OR (o.ref_area = ?4 AND o.time_period < ?3 AND substr(o.time_period, 1, 4) = ?5))
ORDER BY o.submission_id
