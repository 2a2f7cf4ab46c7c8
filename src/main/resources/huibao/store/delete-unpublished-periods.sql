-- Those a run has published. Parameter: run id.
DELETE FROM unpublished_period
WHERE time_period IN (SELECT time_period FROM run_publication WHERE run_id = ?)
