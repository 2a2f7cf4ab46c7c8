-- A submission's figures without their texts, as roll-up takes them: from the cells as read, of which the columns of
-- observation are a copy for readers. Parameter: submission.
SELECT
    o.item, v.amount AS obs_value, p.amount AS prior_year_value, f.amount AS forecast_value, o.obs_status,
    v.sheet, v.cell
FROM observation AS o
JOIN observation_cell AS v ON v.submission_id = o.submission_id AND v.item = o.item AND v.figure = 'value'
JOIN observation_cell AS p ON p.submission_id = o.submission_id AND p.item = o.item AND p.figure = 'prior_year'
JOIN observation_cell AS f ON f.submission_id = o.submission_id AND f.item = o.item AND f.figure = 'forecast'
WHERE o.submission_id = ?
ORDER BY o.row_no
