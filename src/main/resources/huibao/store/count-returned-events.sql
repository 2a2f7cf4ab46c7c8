SELECT count(*) AS events
FROM submission_event
WHERE submission_id = ? AND state = 'RETURNED'
