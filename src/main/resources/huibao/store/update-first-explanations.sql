-- Where each text of a unit and year was given first, by period, then receipt. Parameters: unit, year.
UPDATE explanation
SET first_submission = (
    SELECT e.submission_id
    FROM explanation AS e
    JOIN submission AS s ON s.submission_id = e.submission_id
    WHERE s.ref_area = ?1 AND substr(s.time_period, 1, 4) = ?2
        AND e.item = explanation.item AND e.text = explanation.text
    ORDER BY s.time_period, s.receipt
    LIMIT 1
)
WHERE submission_id IN (
    SELECT submission_id FROM submission WHERE ref_area = ?1 AND substr(time_period, 1, 4) = ?2
)
