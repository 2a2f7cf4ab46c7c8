-- Parameters: units' figures and attainments that changed, period, edition.
UPDATE edition
SET item_figures = ?, attainments = ?
WHERE time_period = ? AND edition = ?
