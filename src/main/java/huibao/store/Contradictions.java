package huibao.store;

import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Observation;
import huibao.model.SourcedObservation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of the published tables that are not what the stored cells come to. */
final class Contradictions {

    private Contradictions() {}

    /**
     * @param bulletin the period's bulletin, computed from the cells
     * @return the rows that differ, are missing or too many, such as "attainment T0202 330212"; empty if none
     */
    static List<String> of(Session session, Bulletin bulletin) throws SQLException {
        List<String> found = new ArrayList<>();
        SortedMap<String, List<String>> verdicts = new TreeMap<>();
        SortedMap<String, List<String>> expected = new TreeMap<>();
        bulletin.cityAttainments().forEach(row -> expect(row, verdicts));
        bulletin.units().forEach(unit -> {
            unit.attainments().forEach(row -> expect(row, verdicts));
            unit.observations().forEach(row -> expect(row, expected));
        });
        compare("attainment ", attainments(session, bulletin), verdicts, found);
        SortedMap<String, List<String>> stored = observations(session, bulletin);
        stored.keySet().retainAll(expected.keySet());
        compare("observation ", stored, expected, found);
        return List.copyOf(found);
    }

    private static void compare(
            String table,
            Map<String, List<String>> stored,
            SortedMap<String, List<String>> expected,
            List<String> found) {
        SortedMap<String, List<String>> all = new TreeMap<>(expected);
        all.putAll(stored);
        for (String key : all.keySet()) {
            if (!stored.getOrDefault(key, List.of()).equals(expected.getOrDefault(key, List.of()))) {
                found.add(table + key);
            }
        }
    }

    private static SortedMap<String, List<String>> attainments(Session session, Bulletin bulletin) throws SQLException {
        return rows(
                session,
                "select-published-attainment",
                bulletin,
                List.of("indicator", "ref_area"),
                List.of("obs_value", "level_value", "low_value", "high_value", "status", "certainty"));
    }

    /** Rows of a period as text, a missing value as an empty one, by what names them. */
    private static SortedMap<String, List<String>> rows(
            Session session, String statement, Bulletin bulletin, List<String> names, List<String> values)
            throws SQLException {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        session.query(
                        statement,
                        row -> Map.entry(String.join(" ", texts(row, names)), texts(row, values)),
                        bulletin.period())
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    private static List<String> texts(Row row, List<String> columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (String column : columns) {
            texts.add(row.find(column).orElse(""));
        }
        return texts;
    }

    private static void expect(Attainment a, SortedMap<String, List<String>> rows) {
        rows.put(
                a.target() + " " + a.refArea(),
                List.of(
                        text(a.obsValue()),
                        text(a.levelValue()),
                        text(a.lowValue()),
                        text(a.highValue()),
                        text(a.status()),
                        text(a.certainty().column())));
    }

    private static SortedMap<String, List<String>> observations(Session session, Bulletin bulletin)
            throws SQLException {
        return rows(
                session,
                "select-stored-figure",
                bulletin,
                List.of("submission_id", "item"),
                List.of("obs_value", "prior_year_value", "forecast_value"));
    }

    private static void expect(SourcedObservation sourced, SortedMap<String, List<String>> rows) {
        Observation o = sourced.observation();
        rows.put(
                sourced.submission().submissionId() + " " + o.item(),
                List.of(
                        text(o.value().amount().known()),
                        text(o.priorYear().amount().known()),
                        text(o.forecast().amount().known())));
    }

    private static String text(Object value) {
        return Binding.asText(value).orElse("");
    }
}
