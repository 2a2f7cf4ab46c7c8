-- What is to be looked at in a period: findings, the cells that could turn a verdict for the city, and the targets they
-- decide. Parameter: period.
SELECT count(*) AS findings,
    count(DISTINCT CASE WHEN decides <> '' THEN ref_area || ' ' || item END) AS cells,
    coalesce(group_concat(nullif(decides, ''), ' '), '') AS targets
FROM review
WHERE time_period = ?
