-- Why figures of a unit changed. Parameters: period, edition, unit.
SELECT DISTINCT item, reason
FROM figure_history
WHERE time_period = ?1 AND edition = ?2 AND ref_area = ?3
ORDER BY item, reason
