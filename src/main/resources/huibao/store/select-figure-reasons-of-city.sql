-- Why figures changed that are part of the city's: the zones' are in their hosts'. Parameters: period, edition.
SELECT DISTINCT h.item, h.reason
FROM figure_history AS h
JOIN unit AS u ON u.ref_area = h.ref_area
WHERE h.time_period = ? AND h.edition = ? AND u.kind <> 'ZONE'
ORDER BY h.item, h.reason
