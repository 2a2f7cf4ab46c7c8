SELECT receipt FROM submission
UNION ALL
SELECT receipt FROM duplicate_receipt
ORDER BY receipt
