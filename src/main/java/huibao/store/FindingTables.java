package huibao.store;

import huibao.column.Column;
import huibao.column.FindingColumns;
import huibao.column.ToldFinding;
import huibao.model.CellRef;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Impact;
import huibao.model.ItemCode;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Severity;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.model.TargetCode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings and tallies in tables and back; the texts are for readers, the code and parameters are what counts. */
final class FindingTables {

    private static final List<Column<FindingCell>> CELLS = List.of(
            Column.integer("finding_no", FindingCell::finding),
            Column.integer("cell_no", FindingCell::number),
            Column.text("sheet", row -> row.cell().sheet()),
            Column.text("cell", row -> row.cell().cell()));

    private static final List<Column<FindingParameter>> PARAMETERS = List.of(
            Column.integer("finding_no", FindingParameter::finding),
            Column.text("name", FindingParameter::name),
            Column.text("value", FindingParameter::value));

    /** What is said of submissions. */
    static final FindingTables OF_SUBMISSION =
            new FindingTables("finding", PublishedTable.OF_SUBMISSION, FindingColumns.STORED);

    /** What is said of the city's sums. */
    static final FindingTables OF_CITY =
            new FindingTables("city_finding", PublishedTable.OF_PERIOD, FindingColumns.OF_CITY);

    private final PublishedTable<ToldFinding> findings;
    private final PublishedTable<FindingCell> cells;
    private final PublishedTable<FindingParameter> parameters;

    private FindingTables(String name, String owner, List<Column<ToldFinding>> columns) {
        String key = owner.substring(0, owner.indexOf(' ')) + ", finding_no";
        String whole =
                "FOREIGN KEY (" + key + ") REFERENCES " + name + " (" + key + ") ON UPDATE CASCADE ON DELETE CASCADE";
        this.findings = new PublishedTable<>(name, owner, 1, columns);
        this.cells = new PublishedTable<>(name + "_cell", owner, 2, CELLS, whole);
        this.parameters = new PublishedTable<>(name + "_parameter", owner, 2, PARAMETERS, whole);
    }

    /** A cell of a finding. */
    private record FindingCell(int finding, int number, CellRef cell) {}

    /** A value of a finding's message. */
    private record FindingParameter(int finding, String name, String value) {}

    /** The statements that make the tables. */
    List<String> definitions() {
        return List.of(findings.definition(), cells.definition(), parameters.definition());
    }

    /** Replaces what is said of a submission or a period. */
    void write(Session session, Object owner, List<Finding> said, FindingTexts texts) throws SQLException {
        List<ToldFinding> told = new ArrayList<>();
        List<FindingCell> ofCells = new ArrayList<>();
        List<FindingParameter> ofParameters = new ArrayList<>();
        for (Finding finding : said) {
            int number = told.size() + 1;
            told.add(texts.of(number, finding));
            for (int i = 0; i < finding.cells().size(); i++) {
                ofCells.add(new FindingCell(number, i + 1, finding.cells().get(i)));
            }
            finding.parameters().forEach((name, value) -> ofParameters.add(new FindingParameter(number, name, value)));
        }
        findings.write(session, told, owner);
        cells.write(session, ofCells, owner);
        parameters.write(session, ofParameters, owner);
    }

    static void writeTally(Session session, String id, Decision decision) throws SQLException {
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

    static void deleteTally(Session session, String id) throws SQLException {
        session.run("delete-rule-tally", id);
        session.run("delete-rule-unjudged", id);
    }

    /** In reporting order. */
    static List<Finding> read(Session session, String id) throws SQLException {
        return session.query("select-finding", row -> read(session, row, "finding", id), id);
    }

    /** The one that a row of the table begins. */
    static Finding read(Session session, Row row) throws SQLException {
        return read(session, row, "finding", row.text("submission_id"));
    }

    /** The findings of several submissions, one after the other. */
    static List<SourcedFinding> read(Session session, List<SubmissionRecord> submissions) throws SQLException {
        List<SourcedFinding> rows = new ArrayList<>();
        for (SubmissionRecord s : submissions) {
            for (Finding finding : read(session, s.submissionId())) {
                rows.add(new SourcedFinding(s, finding));
            }
        }
        return rows;
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

    /** Of one period, in reporting order. */
    static List<Finding> readCity(Session session, Period period) throws SQLException {
        return session.query(
                "select-city-findings-of-period", row -> read(session, row, "city-finding", period.toString()), period);
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
}
