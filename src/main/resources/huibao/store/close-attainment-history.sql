-- Stated times may run backwards; a row never ends before it began. Parameters: time, time, period, indicator, unit.
UPDATE attainment_history
SET recorded_to = CASE WHEN recorded_from > ? THEN recorded_from ELSE ? END
WHERE time_period = ? AND indicator = ? AND ref_area = ? AND recorded_to IS NULL
