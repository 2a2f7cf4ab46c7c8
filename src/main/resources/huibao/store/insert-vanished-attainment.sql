-- An attainment that is not published any more. Parameters: period, unit or city, target, edition, time, reason.
INSERT INTO attainment_history (time_period, ref_area, indicator, edition, recorded_from, reason)
VALUES (?, ?, ?, ?, ?, ?)
