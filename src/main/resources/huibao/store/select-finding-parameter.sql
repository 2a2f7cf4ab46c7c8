-- Parameters: submission, number of the finding.
SELECT name, value
FROM finding_parameter
WHERE submission_id = ? AND finding_no = ?
ORDER BY name
