INSERT INTO target (
    indicator, section, heading, name_zh, name_en, measure, items, scale, comparator, target_value,
    unit_measure, pace, level, notes, print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
