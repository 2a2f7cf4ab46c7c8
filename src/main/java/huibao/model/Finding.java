package huibao.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something said of a submission (审核结果): a code, parameters and cells; never text.
 *
 * @param rule the rule's code in {@code rules.csv}; the kind's name for what reading finds
 * @param kind what it says
 * @param severity what it does to the submission
 * @param outcome FAILED, NOT_JUDGED or BROKEN; a rule that passed leaves no finding
 * @param trial whether the rule is on trial: it reports and never blocks
 * @param item the item it is about, if one
 * @param cells every cell it is about, the first the one to mend; empty for a whole file
 * @param parameters values for the message: "found" is always there, further ones by kind (figures in
 *     plain notation)
 * @param explanation the district's usable explanation, empty if none
 * @param impact what hung on it when it was judged
 */
public record Finding(
        String rule,
        FindingKind kind,
        Severity severity,
        Outcome outcome,
        boolean trial,
        Optional<ItemCode> item,
        List<CellRef> cells,
        SortedMap<String, String> parameters,
        String explanation,
        Impact impact) {

    /** The parameter every message may use: what stands there. */
    public static final String FOUND = "found";

    public Finding {
        cells = List.copyOf(cells);
        parameters = new TreeMap<>(parameters);
        parameters.putIfAbsent(FOUND, "");
        parameters = Collections.unmodifiableSortedMap(parameters);
    }

    /** A finding nobody has weighed yet. */
    public Finding(
            String rule,
            FindingKind kind,
            Severity severity,
            Outcome outcome,
            boolean trial,
            Optional<ItemCode> item,
            List<CellRef> cells,
            SortedMap<String, String> parameters,
            String explanation) {
        this(rule, kind, severity, outcome, trial, item, cells, parameters, explanation, Impact.NONE);
    }

    /** What reading says, with the kind's own severity. */
    public static Finding ofReading(
            FindingKind kind, Optional<ItemCode> item, List<CellRef> cells, Map<String, String> parameters) {
        return new Finding(
                kind.name(),
                kind,
                kind.defaultSeverity(),
                Outcome.FAILED,
                false,
                item,
                cells,
                new TreeMap<>(parameters),
                "");
    }

    /** What stands there; empty if the finding does not say. */
    public String found() {
        return parameters.getOrDefault(FOUND, "");
    }

    /** Whom a finding over the city's sums is about; empty if it does not say. */
    public String area() {
        return parameters.getOrDefault("area", "");
    }

    /** The same finding with the district's explanation beside it. */
    public Finding explained(String text) {
        return new Finding(rule, kind, severity, outcome, trial, item, cells, parameters, text, impact);
    }

    /** The same finding without one of its values. */
    public Finding without(String parameter) {
        SortedMap<String, String> others = new TreeMap<>(parameters);
        others.remove(parameter);
        return new Finding(rule, kind, severity, outcome, trial, item, cells, others, explanation, impact);
    }

    /** The same finding at other cells. */
    public Finding at(List<CellRef> others) {
        return new Finding(rule, kind, severity, outcome, trial, item, others, parameters, explanation, impact);
    }

    /** The same finding about another item, or about none. */
    public Finding about(Optional<ItemCode> other) {
        return new Finding(rule, kind, severity, outcome, trial, other, cells, parameters, explanation, impact);
    }

    /** The same finding with what hangs on it. */
    public Finding weighing(Impact other) {
        return new Finding(rule, kind, severity, outcome, trial, item, cells, parameters, explanation, other);
    }

    /** Whether it keeps the submission from being accepted. */
    public boolean blocks() {
        return outcome == Outcome.FAILED
                && !trial
                && (severity == Severity.MANDATORY || (severity == Severity.VERIFY && explanation.isEmpty()));
    }
}
