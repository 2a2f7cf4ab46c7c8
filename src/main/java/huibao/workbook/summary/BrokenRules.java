package huibao.workbook.summary;

import huibao.model.Finding;
import huibao.model.Outcome;
import huibao.model.SourcedFinding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rules that could not run, with the reason told first: that of the earliest receipt, and of the city last. */
final class BrokenRules {

    private static final long AFTER_ALL = Long.MAX_VALUE;

    private final SortedMap<String, Reason> reasons = new TreeMap<>();

    private record Reason(long receipt, String why) {}

    /** Takes findings of submissions, which need not come in receipt order. */
    void add(List<SourcedFinding> findings) {
        findings.forEach(one -> add(one.finding(), one.submission().receipt()));
    }

    /** Takes findings over the city's figures. */
    void addCity(List<Finding> findings) {
        findings.forEach(finding -> add(finding, AFTER_ALL));
    }

    private void add(Finding finding, long receipt) {
        if (finding.outcome() == Outcome.BROKEN) {
            String why = finding.parameters().getOrDefault(Finding.FOUND, "");
            reasons.merge(
                    finding.rule(),
                    new Reason(receipt, why),
                    (known, other) -> other.receipt() < known.receipt() ? other : known);
        }
    }

    /** By rule: why it could not run. */
    SortedMap<String, String> reasons() {
        SortedMap<String, String> said = new TreeMap<>();
        reasons.forEach((rule, reason) -> said.put(rule, reason.why()));
        return said;
    }
}
