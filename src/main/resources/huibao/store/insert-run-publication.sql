-- Parameters: run id, period.
INSERT INTO run_publication (run_id, time_period)
VALUES (?, ?)
ON CONFLICT (run_id, time_period) DO NOTHING
