INSERT INTO unit (
    ref_area, name_zh, short_zh, name_en, kind, host, print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?)
