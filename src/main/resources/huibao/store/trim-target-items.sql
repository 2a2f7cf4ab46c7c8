-- A target has fewer items than before. Parameters: target, how many it has.
DELETE FROM target_item
WHERE indicator = ? AND item_no > ?
