-- What a rule says of the city's sums in the bulletins as they are published. Parameter: rule.
SELECT time_period, rule, severity, outcome, item, NULL AS impact, finding_no, kind, trial, explanation, '' AS decides
FROM city_finding
WHERE rule = ?
ORDER BY time_period, finding_no
