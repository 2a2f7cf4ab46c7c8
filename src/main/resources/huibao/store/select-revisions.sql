-- What was revised in the year's bulletins up to a period, by editions published after a time.
-- What was published when finds the few rows there are, not the period. Parameters: year, period, time.
SELECT time_period, edition, at, ref_area, code, figure, old_value, new_value, reason,
    old_submission, new_submission
FROM v_figure_revision
WHERE +time_period >= ?1 AND +time_period <= ?2 AND at > ?3
ORDER BY at DESC, time_period DESC, edition DESC, ref_area, code, figure
