INSERT INTO item (
    item, name_zh, unit_measure, decimals, accumulation, asks_prior_year, reporter, role,
    print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
