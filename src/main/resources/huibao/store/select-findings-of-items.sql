-- As select-finding, on some items on many forms. Parameters: submissions and items, each as a JSON array.
SELECT submission_id, rule, severity, outcome, item, impact, finding_no, kind, trial, explanation, decides
FROM finding
WHERE submission_id IN (SELECT value FROM json_each(?)) AND item IN (SELECT value FROM json_each(?))
ORDER BY submission_id, finding_no
