-- Parameter: submission.
SELECT submission_id, rule, severity, outcome, item, impact, finding_no, kind, trial, explanation, decides
FROM finding
WHERE submission_id = ?
ORDER BY finding_no
