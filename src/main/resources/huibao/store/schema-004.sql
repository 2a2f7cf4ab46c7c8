-- Schema version 3: explanations with who gave them, why rules could not judge, and a way to equal figures.

CREATE TABLE explanation (
    submission_id TEXT NOT NULL,
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    sheet TEXT,
    cell TEXT,
    usable INTEGER NOT NULL,
    first_submission TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE,
    PRIMARY KEY (submission_id, item),
    FOREIGN KEY (submission_id, item) REFERENCES observation (submission_id, item)
        ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_unjudged (
    submission_id TEXT NOT NULL REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (submission_id, rule, reason)
) STRICT, WITHOUT ROWID;

CREATE INDEX observation_by_figure ON observation (item, obs_value, time_period, ref_area);

CREATE INDEX finding_by_rule ON finding (rule);
