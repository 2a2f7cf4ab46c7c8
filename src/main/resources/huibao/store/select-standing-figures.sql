-- What stands of a unit for a period; of two forms the later comes last. Parameters: period, unit.
SELECT o.item, o.obs_value, o.prior_year_value, o.forecast_value, o.submission_id
FROM submission AS s
JOIN form_row AS o ON o.submission_id = s.submission_id
WHERE s.time_period = ? AND s.ref_area = ? AND s.state = 'ACCEPTED'
ORDER BY s.receipt, o.item
