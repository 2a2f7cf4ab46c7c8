-- Parameters: period, number of the finding.
SELECT sheet, cell
FROM city_finding_cell
WHERE time_period = ? AND finding_no = ?
ORDER BY cell_no
