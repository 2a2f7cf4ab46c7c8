-- Parameters: period, number of the finding, place of the cell among its cells, sheet, address.
INSERT INTO city_finding_cell (time_period, finding_no, cell_no, sheet, cell)
VALUES (?, ?, ?, ?, ?)
