package huibao.attainment;

import static huibao.attainment.SmallCity.city;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.FREE;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.byUnit;
import static huibao.rollup.SmallJob.earlier;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.target;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.rollup.History;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** South is missing in the third quarter; it had 20 in the second, so it stands between 20 and 30 now. */
class CertaintyTest {

    private static final Period Q3 = Period.quarter(2031, 3);
    private static final History HISTORY = new History(
            earlier(report(SOUTH, Period.quarter(2031, 2), FLOW, value("20", "20"), STOCK, value("20", "20"))),
            byUnit(report(SOUTH, Period.quarter(2030, 3), FLOW, value("25"), STOCK, value("20"))));

    @ParameterizedTest(name = "{0} {1} {2}, others {3}: {4}, {5}")
    @CsvSource({
        "LINEAR,AT_LEAST,100,100,ACHIEVED,CERTAIN",
        "LINEAR,AT_LEAST,100,76,ON_PACE,CERTAIN",
        // behind only for want of the missing unit: the verdict will change, so it is not certain
        "LINEAR,AT_LEAST,100,74,NEAR,DEPENDS",
        "LINEAR,AT_LEAST,100,50,BEHIND,DEPENDS",
        "LINEAR,AT_LEAST,100,44,FAR_BEHIND,IMPOSSIBLE",
        "LINEAR,AT_LEAST,100,45,BEHIND,DEPENDS",
        "LUMPY,AT_LEAST,100,10,IN_PROGRESS,CERTAIN",
        "LUMPY,AT_LEAST,100,75,IN_PROGRESS,DEPENDS",
        "LUMPY,AT_LEAST,100,100,ACHIEVED,CERTAIN",
        "LINEAR,AT_MOST,100,40,AHEAD,CERTAIN",
        "LINEAR,AT_MOST,100,50,AHEAD,DEPENDS",
        "LINEAR,AT_MOST,100,90,BEHIND,IMPOSSIBLE",
        "NONE,EXACTLY,100,75,BELOW,DEPENDS",
        "NONE,EXACTLY,100,60,BELOW,IMPOSSIBLE",
        "NONE,EXACTLY,100,90,BELOW,IMPOSSIBLE"
    })
    void judgesBothEnds(
            Pace pace,
            TargetComparator comparator,
            String value,
            String others,
            AttainmentStatus status,
            Certainty certainty) {
        Target target = target(Measure.LEVEL, List.of(FLOW), comparator, value, pace);

        Attainment row =
                city(target, Q3, HISTORY, report(NORTH, Q3, FLOW, value(others)), report(EAST, Q3, FLOW, value("0")));

        assertThat(row.status()).isEqualTo(status);
        assertThat(row.certainty()).isEqualTo(certainty);
        assertThat(row.dependsOn()).isEqualTo(certainty == Certainty.DEPENDS ? List.of(SOUTH) : List.of());
        assertThat(row.lowValue().orElseThrow()).isEqualByComparingTo(new BigDecimal(others).add(new BigDecimal("20")));
        assertThat(row.highValue().orElseThrow())
                .isEqualByComparingTo(new BigDecimal(others).add(new BigDecimal("30")));
        assertThat(row.reportingRate()).isEqualTo(new BigDecimal("66.666666666667"));
    }

    @Test
    void givesACompleteFigureNoWidthWhereItHasToBeRounded() {
        Target growth = target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "10", Pace.NONE);

        Attainment row = city(
                growth,
                Q3,
                HISTORY,
                report(NORTH, Q3, FLOW, value("3", "2")),
                report(SOUTH, Q3, FLOW, value("2", "2")),
                report(EAST, Q3, FLOW, value("3", "3")));

        // 8 over 7
        assertThat(row.certainty()).isEqualTo(Certainty.COMPLETE);
        assertThat(row.obsValue()).contains(new BigDecimal("14.285714285714"));
        assertThat(row.lowValue()).contains(new BigDecimal("14.285714285714"));
        assertThat(row.highValue()).contains(new BigDecimal("14.285714285714"));
    }

    @Test
    void boundsGrowthByIntervalArithmetic() {
        Target growth = target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "10", Pace.NONE);

        Attainment row = city(
                growth,
                Q3,
                HISTORY,
                report(NORTH, Q3, FLOW, value("100", "50")),
                report(EAST, Q3, FLOW, value("0", "0")));

        // (120 … 130) over 75
        assertThat(row.lowValue()).contains(new BigDecimal("60.000000000000"));
        assertThat(row.highValue()).contains(new BigDecimal("73.333333333334"));
        assertThat(row.obsValue().orElseThrow()).isEqualByComparingTo("100");
        assertThat(row.certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "MORE_THAN,8,IMPOSSIBLE",
        "AT_LEAST,8,DEPENDS",
        "AT_MOST,8,CERTAIN",
        "AT_LEAST,8.000000000001,IMPOSSIBLE",
        "AT_MOST,7.999999999999,DEPENDS"
    })
    void judgesAnEndThatJustReachesTheTargetOnTheExactSum(
            TargetComparator comparator, String value, Certainty certainty) {
        Period july = Period.month(2031, 7);
        History history = new History(
                earlier(
                        report(NORTH, july, FLOW, value("1")),
                        report(SOUTH, july, FLOW, value("2")),
                        report(EAST, july, FLOW, value("4"))),
                Map.of());
        Target target = target(Measure.LEVEL, List.of(FLOW), comparator, value, Pace.NONE);

        Attainment row = city(target, Period.month(2031, 8), history);

        // 8/7, 16/7 and 32/7, none of which ends
        assertThat(row.lowValue()).contains(new BigDecimal("7"));
        assertThat(row.highValue()).contains(new BigDecimal("8"));
        assertThat(row.certainty()).isEqualTo(certainty);
    }

    @Test
    void roundsAnEndOutwardForPublicationAndNotForTheVerdict() {
        History history = new History(earlier(report(SOUTH, Period.month(2031, 7), FLOW, value("1"))), Map.of());
        Target target = target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_LEAST, "1.142857142858", Pace.NONE);

        Attainment row = city(
                target,
                Period.month(2031, 8),
                history,
                report(NORTH, Period.month(2031, 8), FLOW, value("0")),
                report(EAST, Period.month(2031, 8), FLOW, value("0")));

        assertThat(row.highValue()).contains(new BigDecimal("1.142857142858"));
        assertThat(row.certainty()).isEqualTo(Certainty.IMPOSSIBLE);
    }

    @Test
    void boundsARatioOutward() {
        Target ratio = target(Measure.RATIO, List.of(FLOW, STOCK), TargetComparator.AT_LEAST, "50", Pace.NONE);

        Attainment row = city(
                ratio,
                Q3,
                HISTORY,
                report(NORTH, Q3, FLOW, value("10"), STOCK, value("9")),
                report(EAST, Q3, FLOW, value("0"), STOCK, value("0")));

        // (30 … 40) over (25 … 33)
        assertThat(row.lowValue()).contains(new BigDecimal("90.909090909090"));
        assertThat(row.highValue()).contains(new BigDecimal("160.000000000000"));
    }

    @Test
    void boundsGrowthPerHead() {
        Target perHead =
                target(Measure.GROWTH_PER_HEAD, List.of(FLOW, STOCK), TargetComparator.AT_LEAST, "500", Pace.NONE);

        Attainment row = city(
                perHead,
                Q3,
                HISTORY,
                report(NORTH, Q3, FLOW, value("10", "15"), STOCK, value("9", "20")),
                report(EAST, Q3, FLOW, value("0", "0"), STOCK, value("0", "0")));

        // (30 … 40) / (25 … 33) over 40 / 40
        assertThat(row.lowValue()).contains(new BigDecimal("-9.090909090910"));
        assertThat(row.highValue()).contains(new BigDecimal("60.000000000000"));
        assertThat(row.certainty()).isEqualTo(Certainty.IMPOSSIBLE);
    }

    @Test
    void boundsGrowthPerHeadWithoutAnArchiveByTheLastFormsAlone() {
        Period q2 = Period.quarter(2031, 2);
        History lastForms = new History(
                earlier(
                        report(SOUTH, q2, FLOW, value("20", "20"), STOCK, value("10", "10")),
                        report(EAST, q2, FLOW, value("20", "20"), STOCK, value("10", "10"))),
                Map.of());
        Target perHead =
                target(Measure.GROWTH_PER_HEAD, List.of(FLOW, STOCK), TargetComparator.AT_LEAST, "10", Pace.NONE);

        Attainment row =
                city(perHead, Q3, lastForms, report(NORTH, Q3, FLOW, value("100", "90"), STOCK, value("10", "10")));

        // (140 … 160) / (26 … 34) over (130 … 150) / (26 … 34)
        assertThat(row.lowValue()).contains(new BigDecimal("-28.627450980393"));
        assertThat(row.highValue()).contains(new BigDecimal("60.946745562131"));
        assertThat(row.certainty()).isEqualTo(Certainty.DEPENDS);
        assertThat(row.dependsOn()).containsExactly(SOUTH, EAST);
    }

    @Test
    void leavesEndsOpenWhereNothingIsKnownOfTheMissingUnit() {
        Target flow = target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_LEAST, "100", Pace.LINEAR);
        Target stock = target(Measure.LEVEL, List.of(FREE), TargetComparator.AT_LEAST, "100", Pace.NONE);
        Target growth = target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "10", Pace.NONE);

        Attainment open = city(flow, Q3, report(NORTH, Q3, FLOW, value("5", "4")));
        assertThat(open.lowValue().orElseThrow()).isEqualByComparingTo("5");
        assertThat(open.highValue()).isEmpty();
        assertThat(open.certainty()).isEqualTo(Certainty.DEPENDS);
        assertThat(open.dependsOn()).containsExactly(SOUTH, EAST);

        Attainment reached = city(flow, Q3, report(NORTH, Q3, FLOW, value("100", "4")));
        assertThat(reached.certainty()).isEqualTo(Certainty.CERTAIN);

        Attainment unbounded = city(stock, Q3, report(NORTH, Q3, FREE, value("500")));
        assertThat(unbounded.lowValue()).isEmpty();
        assertThat(unbounded.status()).isEqualTo(AttainmentStatus.ON_PACE);
        assertThat(unbounded.certainty()).isEqualTo(Certainty.DEPENDS);

        // current from 5 up over a base from 4 up: the base may swallow everything
        Attainment rate = city(growth, Q3, report(NORTH, Q3, FLOW, value("5", "4")));
        assertThat(rate.lowValue().orElseThrow()).isEqualByComparingTo("-100");
        assertThat(rate.highValue()).isEmpty();
    }

    @Test
    void saysWhatTheBoundsSayWhereNothingIsReported() {
        History all = new History(
                earlier(
                        report(NORTH, Period.quarter(2031, 2), FLOW, value("20")),
                        report(SOUTH, Period.quarter(2031, 2), FLOW, value("20")),
                        report(EAST, Period.quarter(2031, 2), FLOW, value("20"))),
                Map.of());

        assertThat(city(level("60"), Q3, all).certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(city(level("100"), Q3, all).certainty()).isEqualTo(Certainty.DEPENDS);
        assertThat(city(level("1000"), Q3, all).certainty()).isEqualTo(Certainty.IMPOSSIBLE);
        assertThat(city(level("60"), Q3, all).status()).isEqualTo(AttainmentStatus.NO_DATA);
    }

    @Test
    void boundsAMissingUnitsOwnRow() {
        Attainment row = SmallCity.of(
                SOUTH,
                target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "0", Pace.NONE),
                Q3,
                List.of(),
                HISTORY);

        // 20 … 30 over the archive's 25
        assertThat(row.lowValue().orElseThrow()).isEqualByComparingTo("-20");
        assertThat(row.highValue().orElseThrow()).isEqualByComparingTo("20");
        assertThat(row.certainty()).isEqualTo(Certainty.DEPENDS);
        assertThat(row.dependsOn()).containsExactly(SOUTH);
    }

    private static Target level(String value) {
        return target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_LEAST, value, Pace.LINEAR);
    }
}
