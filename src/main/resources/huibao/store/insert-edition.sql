INSERT INTO edition (time_period, edition, published_at, catalogue_hash, item_figures, attainments)
VALUES (?, ?, ?, ?, ?, ?)
