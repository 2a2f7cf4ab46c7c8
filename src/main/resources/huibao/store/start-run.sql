-- A run continued after a crash starts again under its own id and keeps its place in the log.
-- Parameters: run id, period, stated time, state, catalogue hash, sequence, program version.
INSERT INTO run (run_id, time_period, started_at, state, catalogue_hash, sequence, program_version, run_no)
VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(run_no), 0) + 1 FROM run))
ON CONFLICT (run_id) DO UPDATE SET state = excluded.state, accepted = NULL, returned = NULL, rejected = NULL,
    duplicates = NULL, last_receipt = NULL, last_reminder = NULL, exit_code = NULL
