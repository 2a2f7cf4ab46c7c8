-- Parameters: milestone, place among its reporters, unit.
INSERT INTO milestone_reporter (milestone, reporter_no, ref_area)
VALUES (?, ?, ?)
ON CONFLICT (milestone, reporter_no) DO UPDATE SET ref_area = excluded.ref_area
WHERE milestone_reporter.ref_area <> excluded.ref_area
