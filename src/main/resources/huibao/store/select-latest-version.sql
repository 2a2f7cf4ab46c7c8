SELECT coalesce(max(version), 0) AS version
FROM submission
WHERE ref_area = ? AND time_period = ? AND form = ?
ORDER BY version
