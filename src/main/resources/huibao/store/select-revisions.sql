SELECT ref_area, time_period, item, old_value, new_value, old_prior_year, new_prior_year, old_submission,
    new_submission, at
FROM v_revision
WHERE substr(time_period, 1, 4) = ?
ORDER BY at DESC, ref_area, time_period DESC, new_submission DESC, row_no, item
