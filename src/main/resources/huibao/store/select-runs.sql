-- The log in the order in which the runs took place; those of an older program come first, by their stated time.
SELECT run_no, run_id, time_period, ref_area, started_at, state, catalogue_hash, sequence, program_version, last_receipt,
    last_reminder, accepted, returned, rejected, duplicates, published, exit_code
FROM run
ORDER BY run_no, started_at, run_id
