-- Figures and verdicts as they are published for a period. Parameter: period.
SELECT indicator, ref_area, obs_value, level_value, low_value, high_value, status, certainty
FROM attainment
WHERE time_period = ?
ORDER BY indicator, ref_area
