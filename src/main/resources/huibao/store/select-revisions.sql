SELECT time_period, edition, at, ref_area, code, figure, old_value, new_value, reason,
    old_submission, new_submission
FROM v_figure_revision
WHERE substr(time_period, 1, 4) = ?
ORDER BY at DESC, time_period DESC, edition DESC, ref_area, code, figure
