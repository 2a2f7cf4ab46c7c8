-- Whether a form says its figures are real.
SELECT EXISTS (SELECT 1 FROM submission WHERE state <> 'REJECTED' AND synthetic = 0) AS found
