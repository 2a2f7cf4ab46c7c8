-- Whether anything was sent for a period. Parameter: period.
SELECT EXISTS (SELECT 1 FROM submission WHERE time_period = ?) AS found
