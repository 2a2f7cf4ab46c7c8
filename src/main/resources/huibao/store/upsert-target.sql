-- A target of the job as it is now; one that did not change is not written. Parameters: the columns in their order.
INSERT INTO target (
    indicator, section, heading, name_zh, name_en, measure, scale, comparator, target_value, unit_measure,
    pace, level, notes, print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (indicator) DO UPDATE SET
    section = excluded.section, heading = excluded.heading, name_zh = excluded.name_zh,
    name_en = excluded.name_en, measure = excluded.measure, scale = excluded.scale,
    comparator = excluded.comparator, target_value = excluded.target_value,
    unit_measure = excluded.unit_measure, pace = excluded.pace, level = excluded.level,
    notes = excluded.notes, print_order = excluded.print_order
WHERE (
    target.section, target.heading, target.name_zh, target.name_en, target.measure, target.scale,
    target.comparator, target.target_value, target.unit_measure, target.pace, target.level, target.notes,
    target.print_order
) IS NOT (
    excluded.section, excluded.heading, excluded.name_zh, excluded.name_en, excluded.measure, excluded.scale,
    excluded.comparator, excluded.target_value, excluded.unit_measure, excluded.pace, excluded.level,
    excluded.notes, excluded.print_order
)
