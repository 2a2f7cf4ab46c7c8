-- A period's first edition. Parameter: period.
SELECT time_period, edition, published_at, catalogue_hash, item_figures, attainments
FROM edition
WHERE time_period = ?
ORDER BY edition
LIMIT 1
