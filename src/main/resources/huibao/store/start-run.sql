-- A run continued after a crash starts again under its own id.
INSERT INTO run (run_id, time_period, ref_area, started_at, state, catalogue_hash)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (run_id) DO UPDATE SET state = excluded.state, accepted = NULL, returned = NULL, rejected = NULL,
    duplicates = NULL
