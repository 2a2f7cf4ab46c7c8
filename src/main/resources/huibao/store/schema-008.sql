-- Schema version 8: when a form came into the inbox, by which lateness is measured, beside when a run took it. Of what
-- was received before only the latter is known here; a rebuild reads the former from the receipts.

ALTER TABLE submission ADD COLUMN arrived_at TEXT NOT NULL DEFAULT '';
UPDATE submission SET arrived_at = received_at;
