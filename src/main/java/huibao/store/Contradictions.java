package huibao.store;

import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Observation;
import huibao.model.SourcedObservation;
import java.sql.Connection;
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
    static List<String> of(Connection connection, Bulletin bulletin) throws SQLException {
        List<String> found = new ArrayList<>();
        compare("attainment ", attainments(connection, bulletin), expectedAttainments(bulletin), found);
        SortedMap<String, List<String>> expected = expectedObservations(bulletin);
        SortedMap<String, List<String>> stored = observations(connection, bulletin);
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

    private static SortedMap<String, List<String>> attainments(Connection connection, Bulletin bulletin)
            throws SQLException {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        Sql.query(
                        connection,
                        "select-published-attainment",
                        row -> List.of(
                                row.text("indicator") + " " + row.text("ref_area"),
                                row.find("obs_value").orElse(""),
                                row.find("level_value").orElse(""),
                                row.find("low_value").orElse(""),
                                row.find("high_value").orElse(""),
                                row.text("status"),
                                row.text("certainty")),
                        bulletin.period())
                .forEach(row -> rows.put(row.get(0), row.subList(1, row.size())));
        return rows;
    }

    private static SortedMap<String, List<String>> expectedAttainments(Bulletin bulletin) {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        for (Attainment a : bulletin.attainments()) {
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
        return rows;
    }

    private static SortedMap<String, List<String>> observations(Connection connection, Bulletin bulletin)
            throws SQLException {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        Sql.query(
                        connection,
                        "select-stored-figure",
                        row -> List.of(
                                row.text("submission_id") + " " + row.text("item"),
                                row.find("obs_value").orElse(""),
                                row.find("prior_year_value").orElse(""),
                                row.find("forecast_value").orElse("")),
                        bulletin.period())
                .forEach(row -> rows.put(row.get(0), row.subList(1, row.size())));
        return rows;
    }

    private static SortedMap<String, List<String>> expectedObservations(Bulletin bulletin) {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        for (SourcedObservation sourced : bulletin.observations()) {
            Observation o = sourced.observation();
            rows.put(
                    sourced.submission().submissionId() + " " + o.item(),
                    List.of(
                            text(o.value().amount().known()),
                            text(o.priorYear().amount().known()),
                            text(o.forecast().amount().known())));
        }
        return rows;
    }

    private static String text(Object value) {
        return Sql.asText(value).orElse("");
    }
}
