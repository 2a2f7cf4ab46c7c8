-- Every reminder, in the order in which they were issued.
SELECT reminder_no, ref_area, time_period, offset_days, reminded_at, reminder_limit, channel
FROM reminder
ORDER BY reminder_no
