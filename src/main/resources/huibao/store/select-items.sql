-- What the job's items are measured in and how they accumulate.
SELECT item, unit_measure, accumulation
FROM item
WHERE print_order IS NOT NULL
ORDER BY print_order
