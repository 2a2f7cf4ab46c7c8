package huibao.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What validation decided on one workbook.
 *
 * @param state ACCEPTED, RETURNED or REJECTED
 * @param reason code of the finding that decided it (the first that blocks), or "CLEAN"
 * @param findings all of them, in the order to be reported: causes of others, then by severity; within each by
 *     what hangs on them and place
 * @param tally how often each rule came to each outcome, by rule code then outcome; passes included
 * @param unjudged how often each rule could not judge, by rule code then reason
 * @param usableExplanations items whose 核实说明 says something of their figures
 */
public record Decision(
        SubmissionState state,
        String reason,
        List<Finding> findings,
        SortedMap<String, SortedMap<Outcome, Integer>> tally,
        SortedMap<String, SortedMap<Unjudged, Integer>> unjudged,
        Set<ItemCode> usableExplanations) {

    /** The reason of a submission that nothing blocks. */
    public static final String CLEAN = "CLEAN";

    public Decision {
        findings = List.copyOf(findings);
        tally = Collections.unmodifiableSortedMap(new TreeMap<>(tally));
        unjudged = Collections.unmodifiableSortedMap(new TreeMap<>(unjudged));
        usableExplanations = Set.copyOf(usableExplanations);
    }

    /** A decision of which neither the reasons of what could not be judged nor the explanations are kept. */
    public Decision(
            SubmissionState state,
            String reason,
            List<Finding> findings,
            SortedMap<String, SortedMap<Outcome, Integer>> tally) {
        this(state, reason, findings, tally, new TreeMap<>(), Set.of());
    }
}
