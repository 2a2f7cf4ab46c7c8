-- Its counts are known when all of it is written. Parameters: period, edition, time, catalogue hash.
INSERT INTO edition (time_period, edition, published_at, catalogue_hash, item_figures, attainments)
VALUES (?, ?, ?, ?, 0, 0)
