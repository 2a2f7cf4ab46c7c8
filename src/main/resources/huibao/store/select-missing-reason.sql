-- Why a submission's figures are missing, if they are. Parameter: submission.
SELECT item, missing_reason
FROM observation_cell
WHERE submission_id = ? AND figure = 'value'
ORDER BY item
