-- Figures of a form as they stand from now on. Parameters: edition, time, reason, submission, items as a JSON array.
INSERT INTO figure_history (
    time_period, ref_area, item, edition, recorded_from, reason, obs_value, prior_year_value, forecast_value,
    submission_id
)
SELECT s.time_period, s.ref_area, o.item, ?1, ?2, ?3, o.obs_value, o.prior_year_value, o.forecast_value, s.submission_id
FROM submission AS s
JOIN form_row AS o ON o.submission_id = s.submission_id
WHERE s.submission_id = ?4 AND o.item IN (SELECT value FROM json_each(?5))
