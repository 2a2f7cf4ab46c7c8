INSERT INTO milestone (
    milestone, section, heading, name_zh, verb, kind, evidence, reporters, print_order
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
