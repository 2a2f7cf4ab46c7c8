-- A unit of the job as it is now; one that did not change is not written. Parameters: the columns in their order.
INSERT INTO unit (
    ref_area, name_zh, short_zh, name_en, kind, host, print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (ref_area) DO UPDATE SET
    name_zh = excluded.name_zh, short_zh = excluded.short_zh, name_en = excluded.name_en,
    kind = excluded.kind, host = excluded.host, print_order = excluded.print_order
WHERE (
    unit.name_zh, unit.short_zh, unit.name_en, unit.kind, unit.host, unit.print_order
) IS NOT (
    excluded.name_zh, excluded.short_zh, excluded.name_en, excluded.kind, excluded.host, excluded.print_order
)
