-- Share of the units whose first form arrived by the deadline, in percent, as published. Parameter: period.
SELECT on_time_rate
FROM v_reporting_rate
WHERE time_period = ? AND kind = 'ALL'
ORDER BY time_period
