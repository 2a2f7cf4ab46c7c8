-- What the job had when the names were written last.
SELECT indicator AS code
FROM target
WHERE print_order IS NOT NULL
ORDER BY indicator
