package huibao.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of one rule over several submissions.
 *
 * @param rule its code
 * @param outcomes how often it came to each outcome
 * @param unjudged how often it could not judge, by reason
 */
public record RuleUse(String rule, SortedMap<Outcome, Integer> outcomes, SortedMap<Unjudged, Integer> unjudged) {

    public RuleUse {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        unjudged = Collections.unmodifiableSortedMap(new TreeMap<>(unjudged));
    }
}
