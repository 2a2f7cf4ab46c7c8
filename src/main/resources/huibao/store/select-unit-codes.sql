-- What the job had when the names were written last.
SELECT ref_area AS code
FROM unit
WHERE print_order IS NOT NULL
ORDER BY ref_area
