-- Stated times may run backwards; a row never ends before it began. Parameters: time, time, period, unit, item.
UPDATE figure_history
SET valid_to = CASE WHEN valid_from > ? THEN valid_from ELSE ? END
WHERE time_period = ? AND ref_area = ? AND item = ? AND valid_to IS NULL
