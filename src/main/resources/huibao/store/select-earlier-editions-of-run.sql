-- Editions of a year's earlier periods that were published at the same time. Parameters: time, year, period.
SELECT time_period, edition
FROM edition
WHERE published_at = ? AND substr(time_period, 1, 4) = ? AND time_period < ?
ORDER BY time_period, edition
