-- Units that sent something for a period that was judged under another state of the job folder, in order of receipt.
-- Parameters: period, catalogue hash.
SELECT ref_area
FROM submission
WHERE time_period = ? AND catalogue_hash <> ? AND ref_area IS NOT NULL
GROUP BY ref_area
ORDER BY min(receipt)
