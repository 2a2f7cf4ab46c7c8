-- The job no longer has it; what refers to it keeps its name. Parameter: code.
UPDATE milestone
SET print_order = NULL
WHERE milestone = ?
