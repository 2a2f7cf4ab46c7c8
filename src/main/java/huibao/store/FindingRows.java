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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings and tallies in tables and back; the texts are for readers, the code and parameters are what counts. */
final class FindingRows {

    private final Messages chinese;
    private final Messages english;

    FindingRows(Messages chinese, Messages english) {
        this.chinese = chinese;
        this.english = english;
    }

    void write(Connection connection, String id, Decision decision) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Finding f : decision.findings()) {
            rows.add(row(
                    id,
                    f,
                    List.of(f.impact().points(), rows.size() + 1),
                    List.of(Encoding.codes(f.impact().decides()))));
        }
        Sql.runAll(connection, "insert-finding", rows);
        List<Object[]> tally = new ArrayList<>();
        decision.tally()
                .forEach((rule, outcomes) ->
                        outcomes.forEach((outcome, times) -> tally.add(new Object[] {id, rule, outcome, times})));
        Sql.runAll(connection, "insert-rule-tally", tally);
        List<Object[]> unjudged = new ArrayList<>();
        decision.unjudged()
                .forEach((rule, reasons) ->
                        reasons.forEach((reason, times) -> unjudged.add(new Object[] {id, rule, reason, times})));
        Sql.runAll(connection, "insert-rule-unjudged", unjudged);
    }

    void writeCity(Connection connection, Period period, List<Finding> findings) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Finding f : findings) {
            rows.add(row(period, f, List.of(rows.size() + 1), List.of()));
        }
        Sql.runAll(connection, "insert-city-finding", rows);
    }

    /** A row of either table: its key, what was found and said, the columns of its own, the rest, the newest. */
    private Object[] row(Object key, Finding f, List<Object> own, List<Object> last) {
        List<Object> row = new ArrayList<>(List.of(
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
                english.message(f)));
        row.addAll(own);
        row.addAll(List.of(
                f.kind(),
                f.trial(),
                Encoding.cells(f.cells()),
                Encoding.pairs(f.parameters()),
                f.explanation(),
                english.expected(f)));
        row.addAll(last);
        return row.toArray();
    }

    static void delete(Connection connection, String id) throws SQLException {
        Sql.run(connection, "delete-finding", id);
        Sql.run(connection, "delete-rule-tally", id);
        Sql.run(connection, "delete-rule-unjudged", id);
    }

    /** In reporting order. */
    static List<Finding> read(Connection connection, String id) throws SQLException {
        return Sql.query(connection, "select-finding", FindingRows::read, id);
    }

    /** By period, within one in reporting order. */
    static List<CityFinding> readCity(Connection connection, String rule) throws SQLException {
        return Sql.query(
                connection,
                "select-city-findings-with-rule",
                row -> new CityFinding(Period.parse(row.text("time_period")), read(row)),
                rule);
    }

    private static Finding read(Row row) throws SQLException {
        return new Finding(
                row.text("rule"),
                row.constant("kind", FindingKind.class),
                row.constant("severity", Severity.class),
                row.constant("outcome", Outcome.class),
                row.yes("trial"),
                row.find("item", ItemCode::new),
                Encoding.parseCells(row.text("cells")),
                Encoding.parsePairs(row.text("parameters")),
                row.text("explanation"),
                new Impact(
                        Encoding.parseCodes(row.text("decides"), TargetCode::new),
                        row.decimal("impact").orElse(BigDecimal.ZERO)));
    }

    private static Optional<CellRef> first(Finding finding) {
        return finding.cells().stream().findFirst();
    }
}
