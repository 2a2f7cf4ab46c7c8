-- A run that is continued has published nothing yet as far as the log knows. Parameter: run id.
DELETE FROM run_publication
WHERE run_id = ?
