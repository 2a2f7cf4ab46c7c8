-- A reminder is written once; the archive may tell of it again.
-- Parameters: number, unit, period, days from the deadline, when, limit, channels.
INSERT INTO reminder (reminder_no, ref_area, time_period, offset_days, reminded_at, reminder_limit, channel)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (reminder_no) DO NOTHING
