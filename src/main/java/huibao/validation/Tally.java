package huibao.validation;

import huibao.model.Outcome;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each rule came to each outcome. */
final class Tally {

    private final SortedMap<String, SortedMap<Outcome, Integer>> counts = new TreeMap<>();

    void add(String rule, Outcome outcome) {
        counts.computeIfAbsent(rule, key -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }

    SortedMap<String, SortedMap<Outcome, Integer>> counts() {
        return counts;
    }
}
