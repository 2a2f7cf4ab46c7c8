-- A milestone has fewer reporters than before. Parameters: milestone, how many it has.
DELETE FROM milestone_reporter
WHERE milestone = ? AND reporter_no > ?
