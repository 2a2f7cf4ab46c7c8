-- Column by column: what was published beside what ought to have been. A row only one side has is missing
-- from the other in every column.

CREATE VIEW compared AS
WITH published AS (
    UNPIVOT (SELECT "month", indicator, ref_area, (COLUMNS(* EXCLUDE ("month", indicator, ref_area)))::VARCHAR
        FROM attainment)
    ON COLUMNS(* EXCLUDE ("month", indicator, ref_area)) INTO NAME "column" VALUE "text"
),
recomputed AS (
    UNPIVOT (SELECT "month", indicator, ref_area, (COLUMNS(* EXCLUDE ("month", indicator, ref_area)))::VARCHAR
        FROM expected)
    ON COLUMNS(* EXCLUDE ("month", indicator, ref_area)) INTO NAME "column" VALUE "text"
)
SELECT "month", indicator, ref_area, "column", p."text" AS published, r."text" AS recomputed
FROM published AS p FULL JOIN recomputed AS r USING ("month", indicator, ref_area, "column");
