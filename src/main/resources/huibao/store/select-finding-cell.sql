-- Parameters: submission, number of the finding.
SELECT sheet, cell
FROM finding_cell
WHERE submission_id = ? AND finding_no = ?
ORDER BY cell_no
