DELETE FROM milestone
WHERE true
