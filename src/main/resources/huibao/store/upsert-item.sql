-- A item of the job as it is now; one that did not change is not written. Parameters: the columns in their order.
INSERT INTO item (
    item, name_zh, unit_measure, decimals, accumulation, asks_prior_year, reporter, role, print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (item) DO UPDATE SET
    name_zh = excluded.name_zh, unit_measure = excluded.unit_measure, decimals = excluded.decimals,
    accumulation = excluded.accumulation, asks_prior_year = excluded.asks_prior_year,
    reporter = excluded.reporter, role = excluded.role, print_order = excluded.print_order
WHERE (
    item.name_zh, item.unit_measure, item.decimals, item.accumulation, item.asks_prior_year, item.reporter,
    item.role, item.print_order
) IS NOT (
    excluded.name_zh, excluded.unit_measure, excluded.decimals, excluded.accumulation,
    excluded.asks_prior_year, excluded.reporter, excluded.role, excluded.print_order
)
