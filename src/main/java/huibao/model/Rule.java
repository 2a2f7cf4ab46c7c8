package huibao.model;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One line of {@code rules.csv}: a built-in kind, switched on for some items.
 *
 * @param code identifies it; the kind's name unless several rules are of one kind
 * @param kind what it checks
 * @param severity what a failure does
 * @param state whether it runs and whether it can block
 * @param items the items it applies to; empty for rules over the form
 * @param parameters limits and names, as the kind asks
 */
public record Rule(
        String code,
        FindingKind kind,
        Severity severity,
        State state,
        Set<ItemCode> items,
        SortedMap<String, String> parameters) {

    public Rule {
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    public Rule(
            String code,
            FindingKind kind,
            Severity severity,
            State state,
            Set<ItemCode> items,
            Map<String, String> parameters) {
        this(code, kind, severity, state, items, new TreeMap<>(parameters));
    }

    /** Whether a rule runs. */
    public enum State {
        ON,
        /** Runs and reports, never blocks. */
        TRIAL,
        OFF
    }
}
