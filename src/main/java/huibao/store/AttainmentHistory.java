package huibao.store;

import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.RevisionReason;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Attainments as published: table {@code attainment_history}. Names are not kept: they say nothing of a figure. */
final class AttainmentHistory {

    private AttainmentHistory() {}

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
            return values.get(AttainmentColumns.NAMES.indexOf(column));
        }
    }

    static List<Change> changes(Session session, Bulletin bulletin, PublishedNames names) throws SQLException {
        List<Optional<String>> none = Collections.nCopies(AttainmentColumns.NAMES.size(), Optional.empty());
        Map<String, Change> changes = new TreeMap<>();
        session.query(
                        "select-open-attainment-history",
                        row -> new Change(
                                new TargetCode(row.text("indicator")),
                                new UnitCode(row.text("ref_area")),
                                row.all(AttainmentColumns.NAMES),
                                none),
                        bulletin.period())
                .forEach(open -> changes.put(open.target() + "/" + open.refArea(), open));
        for (Attainment a : bulletin.attainments()) {
            String key = a.target() + "/" + a.refArea();
            Change open = changes.getOrDefault(key, new Change(a.target(), a.refArea(), none, none));
            changes.put(key, new Change(a.target(), a.refArea(), open.old(), values(a, names)));
        }
        return changes.values().stream()
                .filter(change -> !change.old().equals(change.now()))
                .toList();
    }

    static void write(Session session, Bulletin bulletin, int edition, Change change, List<RevisionReason> reasons)
            throws SQLException {
        session.run(
                "close-attainment-history",
                bulletin.at(),
                bulletin.at(),
                bulletin.period(),
                change.target(),
                change.refArea());
        List<Object> row = new ArrayList<>(List.of(
                bulletin.period(), change.target(), change.refArea(), edition, bulletin.at(), Encoding.codes(reasons)));
        row.addAll(change.now());
        session.run("insert-attainment-history", row.toArray());
    }

    private static List<Optional<String>> values(Attainment a, PublishedNames names) {
        return AttainmentColumns.of(a, names.requireTarget(a.target()))
                .map(Binding::asText)
                .toList();
    }
}
