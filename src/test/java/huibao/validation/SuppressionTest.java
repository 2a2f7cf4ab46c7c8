package huibao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.FindingKind.Scope;
import huibao.model.ItemCode;
import huibao.model.Outcome;
import huibao.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of kinds on one cell: the cause is told, its consequences are not, and nothing gets through. */
class SuppressionTest {

    private static final CellRef CELL = new CellRef("填报表", "E13");
    private static final CellRef OTHER_CELL = new CellRef("填报表", "E14");

    private record Pair(FindingKind first, FindingKind second) {}

    static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (FindingKind first : FindingKind.values()) {
            for (FindingKind second : FindingKind.values()) {
                if (first != second) {
                    pairs.add(new Pair(first, second));
                }
            }
        }
        return pairs;
    }

    /** Kinds that take the figure away: a cell they are said of has nothing else that could be judged. */
    static Stream<FindingKind> lostFigures() {
        return Stream.of(FindingKind.values())
                .filter(kind -> kind.scope() == Scope.CELL && kind.defaultSeverity() == Severity.MANDATORY);
    }

    @Test
    void neverLeavesNothingAndNeverLetsThroughWhatBlocked() {
        for (Pair pair : pairs()) {
            for (Severity first : Severity.values()) {
                for (Severity second : Severity.values()) {
                    List<Finding> both =
                            List.of(finding(pair.first(), first, CELL), finding(pair.second(), second, CELL));
                    List<Finding> kept = Suppression.apply(both);

                    assertThat(kept).as(pair.toString()).isNotEmpty();
                    assertThat(kept.stream().anyMatch(Finding::blocks))
                            .as(pair + " " + first + " " + second)
                            .isEqualTo(both.stream().anyMatch(Finding::blocks));
                }
            }
        }
    }

    @Test
    void keepsBothOnDifferentCells() {
        for (Pair pair : pairs()) {
            assertThat(Suppression.apply(List.of(usual(pair.first(), CELL), usual(pair.second(), OTHER_CELL))))
                    .as(pair.toString())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("lostFigures")
    void cellWithoutFigureHasNoFollowUps(FindingKind lost) {
        for (FindingKind follow : FindingKind.values()) {
            boolean ofTheFigure = follow.scope() == Scope.RULE
                    || (follow.scope() == Scope.CELL && follow.defaultSeverity() != Severity.MANDATORY);
            if (ofTheFigure) {
                assertThat(Suppression.apply(List.of(usual(follow, CELL), usual(lost, CELL))))
                        .as(follow.name())
                        .extracting(Finding::kind)
                        .containsExactly(lost);
            }
        }
    }

    @Test
    void causeIsToldOnceAndWhatIsIndependentStays() {
        assertThat(told(FindingKind.UNIT_SLIP))
                .isEqualTo(List.of(
                        FindingKind.RANGE,
                        FindingKind.FLOW_LEAP,
                        FindingKind.FAR_ABOVE_ALLOCATION,
                        FindingKind.YTD_BELOW_PREVIOUS,
                        FindingKind.FORECAST_BELOW_VALUE,
                        FindingKind.GROWTH_MISMATCH,
                        FindingKind.YEAR_SWING,
                        FindingKind.PERIOD_SWING,
                        FindingKind.PART_EXCEEDS_WHOLE,
                        FindingKind.BALANCE,
                        FindingKind.RATIO_BOUNDS,
                        FindingKind.SCOPE));
        assertThat(told(FindingKind.NOT_NEGATIVE))
                .isEqualTo(List.of(
                        FindingKind.RANGE,
                        FindingKind.UNIT_SLIP,
                        FindingKind.FLOW_LEAP,
                        FindingKind.FAR_ABOVE_ALLOCATION,
                        FindingKind.YTD_BELOW_PREVIOUS,
                        FindingKind.FORECAST_BELOW_VALUE,
                        FindingKind.GROWTH_MISMATCH,
                        FindingKind.YEAR_SWING,
                        FindingKind.PERIOD_SWING,
                        FindingKind.RATIO_BOUNDS));
        assertThat(told(FindingKind.FORM_COPIED))
                .contains(FindingKind.SAME_AS_PREVIOUS, FindingKind.SCOPE, FindingKind.YEAR_SWING)
                .contains(FindingKind.PRIOR_YEAR_CHANGED)
                .doesNotContain(FindingKind.HIDDEN_ROW, FindingKind.EXPLANATION_IS_FIGURE);
        assertThat(told(FindingKind.COLUMNS_EXCHANGED))
                .contains(FindingKind.YTD_BELOW_PREVIOUS, FindingKind.YEAR_SWING)
                .doesNotContain(FindingKind.REQUIRED, FindingKind.INTEGER, FindingKind.NOT_NEGATIVE);
        assertThat(told(FindingKind.ROWS_SHIFTED))
                .contains(FindingKind.REQUIRED, FindingKind.INTEGER, FindingKind.UNIT_SLIP)
                .doesNotContain(FindingKind.HIDDEN_ROW);
        assertThat(told(FindingKind.YEAR_SWING)).isEmpty();
        assertThat(told(FindingKind.PRIOR_YEAR_CHANGED)).isEmpty();
        assertThat(told(FindingKind.PERCENT_AMBIGUOUS)).isEqualTo(List.of(FindingKind.GROWTH_MISMATCH));
    }

    @Test
    void explainedCauseOnlyDropsWhatWouldNotBlockEither() {
        Finding explained =
                finding(FindingKind.UNIT_SLIP, Severity.VERIFY, CELL).explained("口径扩大到全市场");
        assertThat(Suppression.apply(List.of(explained, finding(FindingKind.SCOPE, Severity.MANDATORY, CELL))))
                .hasSize(2);
        assertThat(Suppression.apply(List.of(explained, finding(FindingKind.YEAR_SWING, Severity.NOTICE, CELL))))
                .containsExactly(explained);
    }

    /** The kinds not told beside one that blocks as much as they do. */
    private static List<FindingKind> told(FindingKind cause) {
        return Stream.of(FindingKind.values())
                .filter(kind -> kind != cause && kind.scope() == Scope.RULE)
                .filter(kind -> {
                    Finding first = finding(cause, Severity.MANDATORY, CELL);
                    return Suppression.apply(List.of(first, finding(kind, Severity.MANDATORY, CELL)))
                            .equals(List.of(first));
                })
                .toList();
    }

    private static Finding usual(FindingKind kind, CellRef cell) {
        return finding(kind, kind.defaultSeverity(), cell);
    }

    private static Finding finding(FindingKind kind, Severity severity, CellRef cell) {
        return new Finding(
                kind.name(),
                kind,
                severity,
                Outcome.FAILED,
                false,
                Optional.of(new ItemCode("T0204")),
                List.of(cell),
                new TreeMap<>(),
                "");
    }
}
