SELECT time_period, edition, published_at, catalogue_hash, item_figures, attainments
FROM edition
ORDER BY time_period, edition
