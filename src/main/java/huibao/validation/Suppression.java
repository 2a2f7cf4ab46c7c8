package huibao.validation;

import static huibao.model.FindingKind.BALANCE;
import static huibao.model.FindingKind.COLUMNS_EXCHANGED;
import static huibao.model.FindingKind.EXPLANATION_IS_FIGURE;
import static huibao.model.FindingKind.EXPLANATION_UNUSABLE;
import static huibao.model.FindingKind.FAR_ABOVE_ALLOCATION;
import static huibao.model.FindingKind.FLOW_LEAP;
import static huibao.model.FindingKind.FORECAST_BELOW_VALUE;
import static huibao.model.FindingKind.FORMULA_STALE;
import static huibao.model.FindingKind.FORMULA_ZERO;
import static huibao.model.FindingKind.FORM_COPIED;
import static huibao.model.FindingKind.GROWTH_MISMATCH;
import static huibao.model.FindingKind.INTEGER;
import static huibao.model.FindingKind.NEXT_PERIODS_FIGURES;
import static huibao.model.FindingKind.NOT_NEGATIVE;
import static huibao.model.FindingKind.OTHER_UNITS_FIGURES;
import static huibao.model.FindingKind.PART_EXCEEDS_WHOLE;
import static huibao.model.FindingKind.PERCENT_AMBIGUOUS;
import static huibao.model.FindingKind.PERIOD_SWING;
import static huibao.model.FindingKind.RANGE;
import static huibao.model.FindingKind.RATIO_BOUNDS;
import static huibao.model.FindingKind.REPLACES_ACCEPTED;
import static huibao.model.FindingKind.REQUIRED;
import static huibao.model.FindingKind.ROWS_SHIFTED;
import static huibao.model.FindingKind.SCOPE;
import static huibao.model.FindingKind.SIGN_AMBIGUOUS;
import static huibao.model.FindingKind.UNIT_SLIP;
import static huibao.model.FindingKind.YEAR_SWING;
import static huibao.model.FindingKind.YTD_BELOW_PREVIOUS;
import static java.util.Map.entry;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import huibao.model.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which finding already explains which other on the same cell or item. A district is told the cause once,
 * not its consequences; but a form that would go back still does: a finding that blocks is only dropped
 * for one that blocks as well.
 */
final class Suppression {

    /** What follows from a figure that is no possible value: everything that judges how plausible it is. */
    private static final Set<FindingKind> PLAUSIBILITY = Set.of(
            UNIT_SLIP,
            FLOW_LEAP,
            FAR_ABOVE_ALLOCATION,
            YTD_BELOW_PREVIOUS,
            FORECAST_BELOW_VALUE,
            GROWTH_MISMATCH,
            YEAR_SWING,
            PERIOD_SWING,
            RATIO_BOUNDS);

    /** What follows from figures that stand in the wrong place or are of something else: all that judges figures. */
    private static final Set<FindingKind> OF_FIGURES = Stream.of(FindingKind.values())
            .filter(kind -> kind.scope() == FindingKind.Scope.RULE)
            .filter(kind -> !Set.of(REPLACES_ACCEPTED, EXPLANATION_IS_FIGURE, EXPLANATION_UNUSABLE)
                    .contains(kind))
            .collect(Collectors.toUnmodifiableSet());

    /** Exchanged figures are still of their item: what no figure of it can be, neither is. */
    private static final Set<FindingKind> OF_PLACES = OF_FIGURES.stream()
            .filter(kind -> !Set.of(REQUIRED, INTEGER, NOT_NEGATIVE).contains(kind))
            .collect(Collectors.toUnmodifiableSet());

    /** What each kind explains; a missing figure needs no line, because nothing is judged without it. */
    static final Map<FindingKind, Set<FindingKind>> EXPLAINS = Map.ofEntries(
            entry(
                    FORM_COPIED,
                    plus(OF_FIGURES, OTHER_UNITS_FIGURES, NEXT_PERIODS_FIGURES, COLUMNS_EXCHANGED, ROWS_SHIFTED)),
            entry(OTHER_UNITS_FIGURES, plus(OF_FIGURES, NEXT_PERIODS_FIGURES, COLUMNS_EXCHANGED, ROWS_SHIFTED)),
            entry(NEXT_PERIODS_FIGURES, plus(OF_FIGURES, COLUMNS_EXCHANGED, ROWS_SHIFTED)),
            entry(COLUMNS_EXCHANGED, OF_PLACES),
            entry(ROWS_SHIFTED, OF_FIGURES),
            entry(NOT_NEGATIVE, plus(PLAUSIBILITY, RANGE)),
            entry(INTEGER, PLAUSIBILITY),
            entry(
                    UNIT_SLIP,
                    Set.of(
                            FLOW_LEAP,
                            FAR_ABOVE_ALLOCATION,
                            YTD_BELOW_PREVIOUS,
                            FORECAST_BELOW_VALUE,
                            GROWTH_MISMATCH,
                            YEAR_SWING,
                            PERIOD_SWING,
                            RATIO_BOUNDS,
                            RANGE,
                            BALANCE,
                            PART_EXCEEDS_WHOLE,
                            SCOPE)),
            entry(
                    FLOW_LEAP,
                    Set.of(FAR_ABOVE_ALLOCATION, FORECAST_BELOW_VALUE, YEAR_SWING, PERIOD_SWING, RATIO_BOUNDS)),
            entry(YTD_BELOW_PREVIOUS, Set.of(PERIOD_SWING)),
            entry(PART_EXCEEDS_WHOLE, Set.of(RATIO_BOUNDS)),
            entry(FORMULA_ZERO, plus(PLAUSIBILITY, RANGE)),
            entry(FORMULA_STALE, Set.of(GROWTH_MISMATCH)),
            entry(PERCENT_AMBIGUOUS, Set.of(GROWTH_MISMATCH)),
            entry(SIGN_AMBIGUOUS, Set.of(GROWTH_MISMATCH)));

    private Suppression() {}

    static List<Finding> apply(List<Finding> findings) {
        List<Finding> causes = findings.stream()
                .filter(finding -> EXPLAINS.containsKey(finding.kind()) || losesTheFigure(finding))
                .toList();
        return findings.stream()
                .filter(finding -> causes.stream().noneMatch(cause -> explains(cause, finding)))
                .toList();
    }

    private static boolean explains(Finding cause, Finding consequence) {
        return cause.outcome() == Outcome.FAILED
                && consequence.outcome() == Outcome.FAILED
                && causes(cause, consequence)
                && (cause.blocks() || !consequence.blocks())
                && samePlace(cause, consequence);
    }

    private static boolean causes(Finding cause, Finding consequence) {
        boolean ofTheSameCell = losesTheFigure(cause)
                && !losesTheFigure(consequence)
                && (consequence.kind().scope() == FindingKind.Scope.CELL
                        || consequence.kind().scope() == FindingKind.Scope.RULE);
        return ofTheSameCell || EXPLAINS.getOrDefault(cause.kind(), Set.of()).contains(consequence.kind());
    }

    /** No figure can be read from the cell: whatever else is said of it would be said of nothing. */
    private static boolean losesTheFigure(Finding finding) {
        return finding.kind().scope() == FindingKind.Scope.CELL
                && finding.kind().defaultSeverity() == Severity.MANDATORY;
    }

    private static Set<FindingKind> plus(Set<FindingKind> kinds, FindingKind... more) {
        return Stream.concat(kinds.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean samePlace(Finding a, Finding b) {
        return (a.cells().isEmpty() || b.cells().isEmpty())
                ? a.item().equals(b.item())
                : !Collections.disjoint(a.cells(), b.cells());
    }
}
