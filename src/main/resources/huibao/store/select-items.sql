SELECT
    item, unit_measure, accumulation
FROM item
ORDER BY print_order
