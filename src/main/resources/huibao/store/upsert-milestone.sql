-- A milestone of the job as it is now; one that did not change is not written. Parameters: the columns in their order.
INSERT INTO milestone (
    milestone, section, heading, name_zh, verb, kind, evidence, print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (milestone) DO UPDATE SET
    section = excluded.section, heading = excluded.heading, name_zh = excluded.name_zh, verb = excluded.verb,
    kind = excluded.kind, evidence = excluded.evidence, print_order = excluded.print_order
WHERE (
    milestone.section, milestone.heading, milestone.name_zh, milestone.verb, milestone.kind,
    milestone.evidence, milestone.print_order
) IS NOT (
    excluded.section, excluded.heading, excluded.name_zh, excluded.verb, excluded.kind, excluded.evidence,
    excluded.print_order
)
