-- The job no longer has it; what refers to it keeps its name. Parameter: code.
UPDATE unit
SET print_order = NULL
WHERE ref_area = ?
