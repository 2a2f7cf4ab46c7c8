-- How many rows are published for a period: figures, verdicts, findings. Parameters: period, three times.
SELECT
    (SELECT count(*) FROM form_row AS o JOIN submission AS s ON s.submission_id = o.submission_id
        WHERE s.time_period = ? AND s.state = 'ACCEPTED') AS observations,
    (SELECT count(*) FROM attainment WHERE time_period = ?) AS attainments,
    (SELECT count(*) FROM finding AS f JOIN submission AS s ON s.submission_id = f.submission_id
        WHERE s.time_period = ?) AS findings
