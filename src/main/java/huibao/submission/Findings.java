package huibao.submission;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.spreadsheet.Bound;
import huibao.spreadsheet.SheetLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reading has to say, as it goes. */
final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    void add(FindingKind kind, List<CellRef> cells, Map<String, String> parameters) {
        add(Finding.ofReading(kind, Optional.empty(), cells, parameters));
    }

    void add(FindingKind kind, ItemCode item, List<CellRef> cells, Map<String, String> parameters) {
        add(Finding.ofReading(kind, Optional.of(item), cells, parameters));
    }

    /** A thousand remarks on one form help nobody, and everybody's report would have to carry them. */
    private void add(Finding finding) {
        SheetLimits.require(findings.size() < SheetLimits.FINDINGS, Bound.FINDINGS, SheetLimits.FINDINGS);
        findings.add(finding);
    }

    boolean reject() {
        return findings.stream().anyMatch(finding -> finding.kind().rejects());
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
