-- Parameters: the columns in their order.
INSERT INTO form_header (
    submission_id, form_code, valid_until, stamp_form, stamp_period, stamp_unit, stamp_catalogue_hash,
    general_explanation, synthetic, figures_hash, figure_hashes
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
