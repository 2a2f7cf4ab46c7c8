DELETE FROM milestone_report
WHERE submission_id = ?
