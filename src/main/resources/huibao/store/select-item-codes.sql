-- What the job had when the names were written last.
SELECT item AS code
FROM item
WHERE print_order IS NOT NULL
ORDER BY item
