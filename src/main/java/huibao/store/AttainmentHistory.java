package huibao.store;

import huibao.column.AttainmentColumns;
import huibao.column.Column;
import huibao.column.Column.Presence;
import huibao.column.TargetAttainment;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attainments as published: table {@code attainment_history}. Names are not kept: they say nothing of a figure. */
final class AttainmentHistory {

    private static final List<Column<TargetAttainment>> COLUMNS = AttainmentColumns.VERDICT;
    private static final List<String> NAMES = COLUMNS.stream().map(Column::name).toList();
    private static final List<Optional<String>> NONE = Collections.nCopies(NAMES.size(), Optional.empty());
    private static final String LISTED = String.join(", ", NAMES);
    private static final String SELECT_OPEN = "SELECT indicator, " + LISTED + " FROM attainment_history"
            + " WHERE time_period = ? AND ref_area = ? AND recorded_to IS NULL ORDER BY indicator";
    private static final String INSERT = "INSERT INTO attainment_history"
            + " (time_period, ref_area, indicator, edition, recorded_from, reason, " + LISTED + ")"
            + " SELECT time_period, ref_area, indicator, ?, ?, ?, " + LISTED + " FROM attainment"
            + " WHERE time_period = ? AND ref_area = ? AND indicator IN (SELECT value FROM json_each(?))";

    private final Session session;
    private final NewEdition edition;
    private final AttainmentReasons reasons;

    AttainmentHistory(Session session, NewEdition edition, AttainmentReasons reasons) {
        this.session = session;
        this.edition = edition;
        this.reasons = reasons;
    }

    /**
     * An attainment that differs from what was published last.
     *
     * @param target the target
     * @param refArea the unit, or the city
     * @param old by column; all empty if it was not published
     * @param now by column; all empty if it is not published any more
     */
    record Change(TargetCode target, UnitCode refArea, List<Optional<String>> old, List<Optional<String>> now) {

        /** Whether one of these columns differs. */
        boolean differsIn(Set<String> columns) {
            return columns.stream().anyMatch(column -> !of(old, column).equals(of(now, column)));
        }

        /** What a column says or said. */
        Stream<String> saysOrSaid(String column) {
            return Stream.of(of(old, column), of(now, column)).flatMap(Optional::stream);
        }

        private static Optional<String> of(List<Optional<String>> values, String column) {
            return values.get(NAMES.indexOf(column));
        }
    }

    /** The statement that makes the table; a row of what is not published any more has none of the columns. */
    static String definition() {
        return Stream.of(
                        Stream.of(
                                PublishedTable.OF_PERIOD,
                                PublishedTable.definition(AttainmentColumns.REF_AREA, Presence.ALWAYS),
                                PublishedTable.definition(AttainmentColumns.INDICATOR, Presence.ALWAYS),
                                "edition INTEGER NOT NULL",
                                "recorded_from TEXT NOT NULL",
                                "recorded_to TEXT",
                                "reason TEXT NOT NULL"),
                        COLUMNS.stream().map(column -> PublishedTable.definition(column, Presence.SOMETIMES)),
                        PublishedTable.twins(COLUMNS),
                        Stream.of(
                                "PRIMARY KEY (time_period, ref_area, indicator, edition)",
                                "FOREIGN KEY (time_period, edition) REFERENCES edition (time_period, edition)"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(
                        ",\n    ", "CREATE TABLE attainment_history (\n    ", "\n) STRICT, WITHOUT ROWID"));
    }

    /** Keeps what changed of one unit or the city, once it stands in the table of attainments. */
    void note(UnitCode area, PublishedTable.Outcome<TargetAttainment> written) throws SQLException {
        if (written.isNothing()) {
            return;
        }
        Map<String, List<Optional<String>>> open = new HashMap<>();
        session.each(SELECT_OPEN, row -> open.put(row.text("indicator"), row.all(NAMES)), edition.period(), area);
        List<Change> changes = changes(area, written, open);
        if (changes.isEmpty()) {
            return;
        }
        close(changes.stream()
                .filter(change -> open.containsKey(change.target().value()))
                .toList());
        Map<String, List<Change>> byReason = new TreeMap<>();
        for (Change change : changes) {
            byReason.computeIfAbsent(Encoding.codes(reasons.of(change)), reason -> new ArrayList<>())
                    .add(change);
        }
        for (Map.Entry<String, List<Change>> one : byReason.entrySet()) {
            open(area, one.getKey(), one.getValue());
        }
        edition.countVerdicts(changes.size());
    }

    private static List<Change> changes(
            UnitCode area, PublishedTable.Outcome<TargetAttainment> written, Map<String, List<Optional<String>>> open) {
        List<Change> changes = new ArrayList<>();
        for (TargetAttainment row : written.changed()) {
            TargetCode target = row.target().code();
            changes.add(new Change(target, area, open.getOrDefault(target.value(), NONE), values(row)));
        }
        for (List<String> key : written.vanished()) {
            String target = key.get(0);
            changes.add(new Change(new TargetCode(target), area, open.getOrDefault(target, NONE), NONE));
        }
        return changes.stream()
                .filter(change -> !change.old().equals(change.now()))
                .toList();
    }

    private void close(List<Change> changes) throws SQLException {
        session.runAll(
                "close-attainment-history",
                changes.stream()
                        .map(change -> new Object[] {
                            edition.at(), edition.at(), edition.period(), change.target(), change.refArea()
                        })
                        .toList());
    }

    private void open(UnitCode area, String reason, List<Change> changes) throws SQLException {
        List<TargetCode> published = changes.stream()
                .filter(change -> !change.now().equals(NONE))
                .map(Change::target)
                .toList();
        session.run(INSERT, edition.number(), edition.at(), reason, edition.period(), area, Encoding.array(published));
        int number = edition.number();
        session.runAll(
                "insert-vanished-attainment",
                changes.stream()
                        .filter(change -> change.now().equals(NONE))
                        .map(change ->
                                new Object[] {edition.period(), area, change.target(), number, edition.at(), reason})
                        .toList());
    }

    private static List<Optional<String>> values(TargetAttainment row) {
        return COLUMNS.stream().map(column -> Binding.asText(column.of(row))).toList();
    }
}
