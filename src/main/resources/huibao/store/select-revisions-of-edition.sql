-- What an edition revised, found by when it was published. Parameters: its time, period, number.
SELECT time_period, edition, at, ref_area, code, figure, old_value, new_value, reason,
    old_submission, new_submission
FROM v_figure_revision
WHERE at = ? AND +time_period = ? AND +edition = ?
ORDER BY ref_area, code, figure
