-- What the audit of the city's sums says, as it is published. Parameter: period.
SELECT time_period, rule, severity, outcome, item, NULL AS impact, finding_no, kind, trial, explanation, '' AS decides
FROM city_finding
WHERE time_period = ?
ORDER BY finding_no
