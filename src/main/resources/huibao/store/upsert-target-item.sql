-- Parameters: target, place among its items, item.
INSERT INTO target_item (indicator, item_no, item)
VALUES (?, ?, ?)
ON CONFLICT (indicator, item_no) DO UPDATE SET item = excluded.item
WHERE target_item.item <> excluded.item
