package huibao.attainment;

import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.earlier;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.target;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Frequency;
import huibao.model.Impact;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import huibao.rollup.SmallJob;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** South typed 20 for a flow of which it had 12 a quarter before, so that it may be between 12 and 18 instead. */
class VerdictSensitivityTest {

    private static final Period Q3 = Period.quarter(2031, 3);
    private static final History HISTORY = new History(
            earlier(report(SOUTH, Period.quarter(2031, 2), FLOW, value("12", "10"), STOCK, value("10", "10"))),
            Map.of());

    @ParameterizedTest(name = "others {0}: decides {1}, {2} points")
    @CsvSource({
        // 75 of 100 are on pace in the third quarter: 55 + 20 are, 55 + 12 are not
        "55,true,8.000000000000",
        "54.9,false,8.000000000000",
        "63,false,8.000000000000",
        "62.999,true,8.000000000000",
        "80,true,8.000000000000",
        "88,false,8.000000000000"
    })
    void decidesWhereTheVerdictIsAnotherAtAnEnd(String others, boolean decides, String points) {
        Target target = level("T1", TargetComparator.AT_LEAST, "100", Pace.LINEAR);
        if (others.equals("80")) {
            target = level("T1", TargetComparator.AT_LEAST, "100", Pace.LUMPY);
        }

        Impact impact = weigh(List.of(target), FLOW, value(others, "1"), value("", "1"));

        assertThat(impact.turnsAVerdict()).isEqualTo(decides);
        assertThat(impact.points()).isEqualTo(new BigDecimal(points));
    }

    @Test
    void namesEveryTargetOfTheItemItDecidesAndTakesTheLongestWay() {
        List<Target> targets = List.of(
                level("T1", TargetComparator.AT_LEAST, "100", Pace.LINEAR),
                level("T2", TargetComparator.AT_MOST, "1000", Pace.LINEAR),
                level("T3", TargetComparator.AT_MOST, "80", Pace.LINEAR),
                target("T4", Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "100", Pace.NONE),
                target("T5", Measure.LEVEL, List.of(STOCK), TargetComparator.AT_LEAST, "1", Pace.NONE));

        Impact impact = weigh(targets, FLOW, value("55", "20"), value("", "10"));

        // 75 and 67 over 30: growth of 150 and 123; of 80 the pace allows 60
        assertThat(impact.decides()).containsExactly(new TargetCode("T1"));
        assertThat(impact.points()).isEqualTo(new BigDecimal("26.666666666667"));
    }

    @Test
    void holdsACorrectionAgainstWhatWasTyped() {
        Target target = level("T1", TargetComparator.AT_LEAST, "100", Pace.LINEAR);

        Impact tenth = weigh(List.of(target), FLOW, value("60", "1"), value("2", "1"));

        // 80 or 62
        assertThat(tenth.decides()).containsExactly(new TargetCode("T1"));
        assertThat(tenth.points()).isEqualTo(new BigDecimal("18.000000000000"));
    }

    @Test
    void anEndNobodyKnowsMayTurnAVerdictAndCountsNoPoints() {
        Target target = level("T1", TargetComparator.AT_LEAST, "100", Pace.LINEAR);
        Catalogue catalogue = SmallJob.catalogue(Frequency.QUARTERLY, List.of(target), List.of());

        Impact impact = new VerdictSensitivity(catalogue, Q3)
                .between(
                        city(catalogue, History.none(), value("10", "1"), value("0", "1")),
                        city(catalogue, History.none(), value("10", "1"), value("", "1"))
                                .require(FLOW));

        assertThat(impact.decides()).containsExactly(new TargetCode("T1"));
        assertThat(impact.points()).isEqualByComparingTo("0");
    }

    @Test
    void doubtsOfThePriorYearMoveGrowthAlone() {
        List<Target> targets = List.of(
                level("T1", TargetComparator.AT_LEAST, "100", Pace.LINEAR),
                target("T4", Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "140", Pace.NONE));

        Impact impact = weigh(targets, FLOW, value("55", "20"), value("20", "15"));

        // 75 over 30 is 150, over 35 is 114.3
        assertThat(impact.decides()).containsExactly(new TargetCode("T4"));
        assertThat(impact.points()).isEqualTo(new BigDecimal("35.714285714286"));
    }

    @Test
    void anExactNumberMayBePassedThrough() {
        Target exactly = target("T1", Measure.LEVEL, List.of(FLOW), TargetComparator.EXACTLY, "70", Pace.NONE);

        assertThat(weigh(List.of(exactly), FLOW, value("55", "1"), value("", "1"))
                        .turnsAVerdict())
                .isTrue();
        assertThat(weigh(List.of(exactly), FLOW, value("59", "1"), value("", "1"))
                        .turnsAVerdict())
                .isFalse();
    }

    @Test
    void neverHasNegativePoints() {
        assertThatThrownBy(() -> new Impact(List.of(), new BigDecimal("-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** South typed 20 over 10; North's figure and what South's may be instead are given. */
    private static Impact weigh(List<Target> targets, ItemCode item, ItemValue north, ItemValue instead) {
        Catalogue catalogue = SmallJob.catalogue(Frequency.QUARTERLY, targets, List.of());
        return new VerdictSensitivity(catalogue, Q3)
                .between(
                        city(catalogue, HISTORY, north, value("20", "10")),
                        city(catalogue, HISTORY, north, instead).require(item));
    }

    private static AreaFigures city(Catalogue catalogue, History history, ItemValue north, ItemValue south) {
        List<ItemFigure> figures = new RollUp(catalogue)
                .fold(
                        Q3,
                        List.of(
                                report(NORTH, Q3, FLOW, north, STOCK, value("1", "1")),
                                report(SOUTH, Q3, FLOW, south, STOCK, value("1", "1")),
                                report(EAST, Q3, FLOW, value("0", "0"), STOCK, value("1", "1"))),
                        history);
        return AreaFigures.of(
                CITY,
                figures.stream().filter(figure -> figure.refArea().equals(CITY)).toList());
    }

    private static Target level(String code, TargetComparator comparator, String value, Pace pace) {
        return target(code, Measure.LEVEL, List.of(FLOW), comparator, value, pace);
    }
}
