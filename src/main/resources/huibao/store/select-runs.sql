-- The log in the order in which the runs took place.
SELECT run_no, run_id, time_period, started_at, state, catalogue_hash, sequence, program_version, last_receipt,
    last_reminder, accepted, returned, rejected, duplicates, exit_code
FROM run
ORDER BY run_no
