-- The units each run was restricted to, in the order given.
SELECT run_id, ref_area
FROM run_unit
ORDER BY run_id, unit_no
