package huibao.validation;

import huibao.model.Outcome;
import huibao.model.Unjudged;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each rule came to each outcome. */
final class Tally {

    private final SortedMap<String, SortedMap<Outcome, Integer>> counts = new TreeMap<>();
    private final SortedMap<String, SortedMap<Unjudged, Integer>> unjudged = new TreeMap<>();

    void add(String rule, Outcome outcome) {
        counts.computeIfAbsent(rule, key -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }

    void add(String rule, Verdict verdict) {
        add(rule, verdict.outcome());
        verdict.unjudged()
                .ifPresent(why ->
                        unjudged.computeIfAbsent(rule, key -> new TreeMap<>()).merge(why, 1, Integer::sum));
    }

    /** How often each rule could not judge, by reason. */
    SortedMap<String, SortedMap<Unjudged, Integer>> unjudged() {
        return unjudged;
    }

    SortedMap<String, SortedMap<Outcome, Integer>> counts() {
        return counts;
    }
}
