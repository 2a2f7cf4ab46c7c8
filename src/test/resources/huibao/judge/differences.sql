-- What the published rows and the recomputed ones do not agree on; nothing is NULL on both sides.
SELECT
    indicator || ' ' || ref_area || ' month ' || "month" || ' ' || "column" || ': published '
    || coalesce(published, 'nothing') || ', recomputed ' || coalesce(recomputed, 'nothing') AS difference
FROM compared
WHERE published IS DISTINCT FROM recomputed
ORDER BY indicator, ref_area, "month", "column";
