-- The city's verdicts of a period by light. Parameter: period.
SELECT light, count(*) AS verdicts
FROM attainment
WHERE time_period = ? AND basis = 'CITY'
GROUP BY light
ORDER BY light
