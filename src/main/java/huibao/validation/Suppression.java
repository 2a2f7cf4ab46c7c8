package huibao.validation;

import static huibao.model.FindingKind.BALANCE;
import static huibao.model.FindingKind.FORM_REPEATED;
import static huibao.model.FindingKind.GROWTH_MISMATCH;
import static huibao.model.FindingKind.NOT_NEGATIVE;
import static huibao.model.FindingKind.PART_EXCEEDS_WHOLE;
import static huibao.model.FindingKind.PERIOD_SWING;
import static huibao.model.FindingKind.RANGE;
import static huibao.model.FindingKind.RATIO_BOUNDS;
import static huibao.model.FindingKind.SAME_AS_PREVIOUS;
import static huibao.model.FindingKind.UNIT_SLIP;
import static huibao.model.FindingKind.YEAR_SWING;
import static huibao.model.FindingKind.YTD_BELOW_PREVIOUS;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which finding already explains which other on the same cell or item. A district is told the cause once,
 * not its consequences; but a form that would go back still does: a finding that blocks is only dropped
 * for one that blocks as well.
 */
final class Suppression {

    /** What each kind explains; a missing figure needs no line, because nothing is judged without it. */
    static final Map<FindingKind, Set<FindingKind>> EXPLAINS = Map.of(
            NOT_NEGATIVE,
                    Set.of(
                            RANGE,
                            UNIT_SLIP,
                            YTD_BELOW_PREVIOUS,
                            GROWTH_MISMATCH,
                            YEAR_SWING,
                            PERIOD_SWING,
                            RATIO_BOUNDS),
            UNIT_SLIP, Set.of(YTD_BELOW_PREVIOUS, GROWTH_MISMATCH, YEAR_SWING, PERIOD_SWING, RATIO_BOUNDS, BALANCE),
            YTD_BELOW_PREVIOUS, Set.of(PERIOD_SWING),
            FORM_REPEATED, Set.of(SAME_AS_PREVIOUS),
            PART_EXCEEDS_WHOLE, Set.of(RATIO_BOUNDS));

    private Suppression() {}

    static List<Finding> apply(List<Finding> findings) {
        List<Finding> causes = findings.stream()
                .filter(finding -> EXPLAINS.containsKey(finding.kind()))
                .toList();
        return findings.stream()
                .filter(finding -> causes.stream().noneMatch(cause -> explains(cause, finding)))
                .toList();
    }

    private static boolean explains(Finding cause, Finding consequence) {
        return cause.outcome() == Outcome.FAILED
                && consequence.outcome() == Outcome.FAILED
                && EXPLAINS.getOrDefault(cause.kind(), Set.of()).contains(consequence.kind())
                && (cause.blocks() || !consequence.blocks())
                && samePlace(cause, consequence);
    }

    private static boolean samePlace(Finding a, Finding b) {
        return (a.cells().isEmpty() || b.cells().isEmpty())
                ? a.item().equals(b.item())
                : !Collections.disjoint(a.cells(), b.cells());
    }
}
