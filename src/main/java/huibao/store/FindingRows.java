package huibao.store;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Impact;
import huibao.model.ItemCode;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Severity;
import huibao.model.TargetCode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Findings and tallies in tables and back; the texts are for readers, the code and parameters are what counts. */
final class FindingRows {

    private final Messages chinese;
    private final Messages english;

    FindingRows(Messages chinese, Messages english) {
        this.chinese = chinese;
        this.english = english;
    }

    void write(Session session, String id, Decision decision) throws SQLException {
        write(
                session,
                "finding",
                id,
                decision.findings(),
                f -> List.of(f.impact().points(), Encoding.codes(f.impact().decides())));
        List<Object[]> tally = new ArrayList<>();
        decision.tally()
                .forEach((rule, outcomes) ->
                        outcomes.forEach((outcome, times) -> tally.add(new Object[] {id, rule, outcome, times})));
        session.runAll("insert-rule-tally", tally);
        List<Object[]> unjudged = new ArrayList<>();
        decision.unjudged()
                .forEach((rule, reasons) ->
                        reasons.forEach((reason, times) -> unjudged.add(new Object[] {id, rule, reason, times})));
        session.runAll("insert-rule-unjudged", unjudged);
    }

    void writeCity(Session session, Period period, List<Finding> findings) throws SQLException {
        session.run("delete-city-finding-of-period", period);
        write(session, "city-finding", period, findings, f -> List.of());
    }

    /** @param own what only this table has of a finding */
    private void write(
            Session session, String table, Object key, List<Finding> findings, Function<Finding, List<Object>> own)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> cells = new ArrayList<>();
        List<Object[]> parameters = new ArrayList<>();
        for (Finding f : findings) {
            int number = rows.size() + 1;
            List<Object> row = row(key, f, number);
            row.addAll(own.apply(f));
            rows.add(row.toArray());
            for (int i = 0; i < f.cells().size(); i++) {
                CellRef cell = f.cells().get(i);
                cells.add(new Object[] {key, number, i + 1, cell.sheet(), cell.cell()});
            }
            f.parameters().forEach((name, value) -> parameters.add(new Object[] {key, number, name, value}));
        }
        session.runAll("insert-" + table, rows);
        session.runAll("insert-" + table + "-cell", cells);
        session.runAll("insert-" + table + "-parameter", parameters);
    }

    private List<Object> row(Object key, Finding f, int number) {
        return new ArrayList<>(List.of(
                key,
                f.rule(),
                f.severity(),
                f.outcome(),
                f.item(),
                first(f).map(CellRef::sheet),
                first(f).map(CellRef::cell),
                f.parameters().getOrDefault(Finding.FOUND, ""),
                chinese.expected(f),
                chinese.message(f),
                english.message(f),
                number,
                f.kind(),
                f.trial(),
                f.explanation(),
                english.expected(f)));
    }

    static void delete(Session session, String id) throws SQLException {
        session.run("delete-finding", id);
        session.run("delete-rule-tally", id);
        session.run("delete-rule-unjudged", id);
    }

    /** In reporting order. */
    static List<Finding> read(Session session, String id) throws SQLException {
        return session.query("select-finding", row -> read(session, row, "finding", id), id);
    }

    /** By period, within one in reporting order. */
    static List<CityFinding> readCity(Session session, String rule) throws SQLException {
        return session.query(
                "select-city-findings-with-rule",
                row -> {
                    String period = row.text("time_period");
                    return new CityFinding(Period.parse(period), read(session, row, "city-finding", period));
                },
                rule);
    }

    private static Finding read(Session session, Row row, String table, String key) throws SQLException {
        long number = row.integer("finding_no");
        List<CellRef> cells = session.query(
                "select-" + table + "-cell", cell -> new CellRef(cell.text("sheet"), cell.text("cell")), key, number);
        SortedMap<String, String> parameters = new TreeMap<>();
        session.each(
                "select-" + table + "-parameter",
                one -> parameters.put(one.text("name"), one.text("value")),
                key,
                number);
        return new Finding(
                row.text("rule"),
                row.constant("kind", FindingKind.class),
                row.constant("severity", Severity.class),
                row.constant("outcome", Outcome.class),
                row.yes("trial"),
                row.find("item", ItemCode::new),
                cells,
                parameters,
                row.text("explanation"),
                new Impact(
                        Encoding.parseCodes(row.text("decides"), TargetCode::new),
                        row.decimal("impact").orElse(BigDecimal.ZERO)));
    }

    private static Optional<CellRef> first(Finding finding) {
        return finding.cells().stream().findFirst();
    }
}
