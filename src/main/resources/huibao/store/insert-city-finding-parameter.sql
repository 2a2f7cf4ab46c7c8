-- Parameters: period, number of the finding, name, value.
INSERT INTO city_finding_parameter (time_period, finding_no, name, value)
VALUES (?, ?, ?, ?)
