-- Parameter: submission.
SELECT
    form_code, valid_until, stamp_form, stamp_period, stamp_unit, stamp_catalogue_hash, general_explanation, synthetic
FROM form_header
WHERE submission_id = ?
