-- Parameters: period, number of the finding.
SELECT name, value
FROM city_finding_parameter
WHERE time_period = ? AND finding_no = ?
ORDER BY name
