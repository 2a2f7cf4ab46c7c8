-- Parameters: submission, number of the finding, place of the cell among its cells, sheet, address.
INSERT INTO finding_cell (submission_id, finding_no, cell_no, sheet, cell)
VALUES (?, ?, ?, ?, ?)
