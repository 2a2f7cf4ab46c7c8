package huibao.store;

import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.RuleUse;
import huibao.model.Unjudged;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tallies of rules, added up. */
final class RuleRows {

    private RuleRows() {}

    /** One line of a tally. */
    private record Count<E extends Enum<E>>(String rule, E what, int times) {}

    static List<RuleUse> use(Session session, Instant decidedAt) throws SQLException {
        SortedMap<String, SortedMap<Outcome, Integer>> outcomes =
                counts(session, "select-rule-outcomes", "outcome", Outcome.class, decidedAt);
        SortedMap<String, SortedMap<Unjudged, Integer>> unjudged =
                counts(session, "select-rule-unjudged", "reason", Unjudged.class, decidedAt);
        return outcomes.entrySet().stream()
                .map(rule -> new RuleUse(
                        rule.getKey(), rule.getValue(), unjudged.getOrDefault(rule.getKey(), new TreeMap<>())))
                .toList();
    }

    static SortedMap<String, String> broken(Session session, Instant decidedAt, Period period) throws SQLException {
        SortedMap<String, String> broken = new TreeMap<>();
        session.query("select-broken-rules", row -> Map.entry(row.text("rule"), row.text("found")), decidedAt, period)
                .forEach(rule -> broken.putIfAbsent(rule.getKey(), rule.getValue()));
        return broken;
    }

    private static <E extends Enum<E>> SortedMap<String, SortedMap<E, Integer>> counts(
            Session session, String statement, String column, Class<E> type, Instant decidedAt) throws SQLException {
        SortedMap<String, SortedMap<E, Integer>> counts = new TreeMap<>();
        for (Count<E> count : session.query(
                statement,
                row -> new Count<>(row.text("rule"), row.constant(column, type), Math.toIntExact(row.integer("times"))),
                decidedAt)) {
            counts.computeIfAbsent(count.rule(), key -> new TreeMap<>()).put(count.what(), count.times());
        }
        return counts;
    }
}
