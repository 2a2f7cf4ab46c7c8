-- Schema version 7: v_revision also says why a unit's figure changed, and by how much.

DROP VIEW v_revision;

-- A superseded submission names the one that superseded it as its reason; why the bulletin changed is kept with the
-- figure in the history of what was published, and empty if it was corrected once more before that.
CREATE VIEW v_revision AS
WITH pair AS (
    SELECT old.submission_id AS old_submission, new.submission_id AS new_submission,
        new.ref_area, new.time_period, new.decided_at AS at
    FROM submission AS old
    JOIN submission AS new ON new.submission_id = old.reason
    WHERE old.state = 'SUPERSEDED'
),
pair_item AS (
    SELECT p.old_submission, p.new_submission, p.ref_area, p.time_period, p.at, o.item
    FROM pair AS p JOIN observation AS o ON o.submission_id = p.new_submission
    UNION
    SELECT p.old_submission, p.new_submission, p.ref_area, p.time_period, p.at, o.item
    FROM pair AS p JOIN observation AS o ON o.submission_id = p.old_submission
)
SELECT p.ref_area, p.time_period, p.item, coalesce(b.row_no, a.row_no) AS row_no, a.obs_value AS old_value, b.obs_value AS new_value,
    a.prior_year_value AS old_prior_year, b.prior_year_value AS new_prior_year,
    p.old_submission, p.new_submission, p.at, h.reason,
    a.obs_value_num AS old_value_num, b.obs_value_num AS new_value_num,
    a.prior_year_value_num AS old_prior_year_num, b.prior_year_value_num AS new_prior_year_num,
    b.obs_value_num - a.obs_value_num AS difference_num
FROM pair_item AS p
LEFT JOIN observation AS a ON a.submission_id = p.old_submission AND a.item = p.item
LEFT JOIN observation AS b ON b.submission_id = p.new_submission AND b.item = p.item
LEFT JOIN figure_history AS h ON h.time_period = p.time_period AND h.ref_area = p.ref_area AND h.item = p.item
    AND h.edition = (
        SELECT min(f.edition) FROM figure_history AS f
        WHERE f.time_period = p.time_period AND f.ref_area = p.ref_area AND f.item = p.item
            AND f.submission_id = p.new_submission)
WHERE a.obs_value IS NOT b.obs_value OR a.prior_year_value IS NOT b.prior_year_value;
