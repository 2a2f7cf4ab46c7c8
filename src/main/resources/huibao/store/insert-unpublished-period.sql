-- Parameter: period.
INSERT INTO unpublished_period (time_period)
VALUES (?)
ON CONFLICT DO NOTHING
