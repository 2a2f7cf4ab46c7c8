-- A run that is continued has the units it began with. Parameters: run id, place in the order given, unit.
INSERT INTO run_unit (run_id, unit_no, ref_area)
VALUES (?, ?, ?)
ON CONFLICT (run_id, unit_no) DO NOTHING
