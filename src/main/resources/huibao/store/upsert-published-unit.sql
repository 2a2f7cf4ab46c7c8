-- Parameters: period, unit, hash of the figures published last.
INSERT INTO published_unit (time_period, ref_area, figures)
VALUES (?, ?, ?)
ON CONFLICT (time_period, ref_area) DO UPDATE SET figures = excluded.figures
