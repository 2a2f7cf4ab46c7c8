package huibao.lineage;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Impact;
import huibao.model.Outcome;
import huibao.model.Severity;
import huibao.model.TargetCode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A finding with its words.
 *
 * @param rule the rule that says it
 * @param kind what it says
 * @param severity how much it weighs
 * @param outcome what came of the rule
 * @param trial whether the rule is on trial
 * @param cells where it is
 * @param found what stands there
 * @param expected what should
 * @param message what is wrong, a sentence
 * @param decides targets whose verdict could turn
 * @param impactPoints by how much the figure of a target could move at most
 */
public record StatedFinding(
        String rule,
        FindingKind kind,
        Severity severity,
        Outcome outcome,
        boolean trial,
        List<CellRef> cells,
        String found,
        String expected,
        String message,
        List<TargetCode> decides,
        BigDecimal impactPoints) {

    /** @param impact what hangs on it now */
    static StatedFinding of(Finding finding, Impact impact, Messages messages) {
        return new StatedFinding(
                finding.rule(),
                finding.kind(),
                finding.severity(),
                finding.outcome(),
                finding.trial(),
                finding.cells(),
                messages.found(finding),
                messages.expected(finding),
                messages.message(finding),
                impact.decides(),
                impact.points());
    }
}
