SELECT
    submission_id, form_code, valid_until, stamp_form, stamp_period, stamp_unit,
    stamp_catalogue_hash, signatures, general_explanation, synthetic
FROM form_header
WHERE submission_id = ?
ORDER BY submission_id
