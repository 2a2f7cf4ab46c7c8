-- The periods each run published.
SELECT run_id, time_period
FROM run_publication
ORDER BY run_id, time_period
