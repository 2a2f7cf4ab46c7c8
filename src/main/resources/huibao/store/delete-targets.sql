DELETE FROM target
WHERE true
