-- What the job had when the names were written last.
SELECT milestone AS code
FROM milestone
WHERE print_order IS NOT NULL
ORDER BY milestone
