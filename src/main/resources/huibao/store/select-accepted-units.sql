-- How many units' forms are accepted for a period, as it is published. Parameter: period.
SELECT count(accepted_version) AS accepted
FROM unit_reporting
WHERE time_period = ?
