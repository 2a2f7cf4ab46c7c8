-- Why figures of earlier periods changed in the same run: bounds look back. Parameters: time, year, period.
SELECT DISTINCT ref_area, item, reason
FROM figure_history
WHERE recorded_from = ? AND substr(time_period, 1, 4) = ? AND time_period < ?
ORDER BY ref_area, item, reason
