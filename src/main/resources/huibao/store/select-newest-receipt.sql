-- The newest receipt that was judged, or holds bytes that were; 0 if there is none.
SELECT max(
    coalesce((SELECT max(receipt) FROM submission), 0),
    coalesce((SELECT max(receipt) FROM duplicate_receipt), 0)
) AS receipt
