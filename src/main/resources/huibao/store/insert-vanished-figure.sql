-- A figure that does not stand any more. Parameters: period, unit, item, edition, time, reason.
INSERT INTO figure_history (time_period, ref_area, item, edition, recorded_from, reason)
VALUES (?, ?, ?, ?, ?, ?)
