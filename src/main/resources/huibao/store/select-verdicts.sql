-- The verdicts on one area as they are published. Parameters: period, area.
SELECT indicator, light, status, seasonal_status
FROM attainment
WHERE time_period = ? AND ref_area = ?
