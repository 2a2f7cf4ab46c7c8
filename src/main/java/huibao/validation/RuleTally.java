package huibao.validation;

import huibao.model.Outcome;
import huibao.model.Unjudged;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each rule came to each outcome. */
final class RuleTally {

    private final SortedMap<String, SortedMap<Outcome, Integer>> counts = new TreeMap<>();
    private final SortedMap<String, SortedMap<Unjudged, Integer>> unjudged = new TreeMap<>();

    void add(String rule, Outcome outcome) {
        of(counts, rule).merge(outcome, 1, Integer::sum);
    }

    void add(String rule, List<RuleResult> results) {
        if (results.isEmpty()) {
            return;
        }
        SortedMap<Outcome, Integer> outcomes = of(counts, rule);
        for (RuleResult result : results) {
            outcomes.merge(result.outcome(), 1, Integer::sum);
            result.unjudged().ifPresent(why -> of(unjudged, rule).merge(why, 1, Integer::sum));
        }
    }

    private static <K extends Enum<K>> SortedMap<K, Integer> of(
            SortedMap<String, SortedMap<K, Integer>> all, String rule) {
        return all.computeIfAbsent(rule, key -> new TreeMap<>());
    }

    /** How often each rule could not judge, by reason. */
    SortedMap<String, SortedMap<Unjudged, Integer>> unjudged() {
        return unjudged;
    }

    SortedMap<String, SortedMap<Outcome, Integer>> counts() {
        return counts;
    }
}
