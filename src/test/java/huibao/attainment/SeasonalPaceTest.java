package huibao.attainment;

import static huibao.attainment.SmallCity.city;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.byUnit;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.target;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.SeasonalPace;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.History;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last year North and South had 40 of 120 by the end of the second quarter: a third, where the year is half over. */
class SeasonalPaceTest {

    private static final Period Q2 = Period.quarter(2031, 2);
    private static final History LAST_YEAR = history(
            List.of(before(NORTH, "30"), before(SOUTH, "10"), before(EAST, "5")),
            List.of(whole(NORTH, "90"), whole(SOUTH, "30")));

    @Test
    void comparesWithTheShareThatWasThereLastYearOverTheUnitsOfWhichBothAreKnown() {
        Attainment row = judged(flow("100", Pace.LINEAR), "40");

        assertThat(row.seasonal().pacePercent()).contains(new BigDecimal("33.333333333333"));
        assertThat(row.seasonal().gapPoints()).contains(new BigDecimal("6.666666666667"));
        assertThat(row.seasonal().status()).contains(AttainmentStatus.ON_PACE);
        assertThat(row.seasonal().projectedValue()).contains(new BigDecimal("120.000000000000"));
    }

    @Test
    void leavesTheVerdictToTheOfficialPaceAndSaysThatTheyDisagree() {
        Attainment behind = judged(flow("100", Pace.LINEAR), "40");
        Attainment agreed = judged(flow("100", Pace.LINEAR), "55");

        assertThat(behind.status()).isEqualTo(AttainmentStatus.BEHIND);
        assertThat(behind.paceGapPoints().orElseThrow()).isEqualByComparingTo("-10");
        assertThat(behind.seasonal().contradicts(behind.status())).isTrue();
        assertThat(agreed.status()).isEqualTo(AttainmentStatus.ON_PACE);
        assertThat(agreed.seasonal().contradicts(agreed.status())).isFalse();
    }

    @ParameterizedTest(name = "{0} of 120, {1}: {2}")
    @CsvSource({
        // a third of 120 is 40, exactly
        "40,LINEAR,ON_PACE",
        "39.999999999999,LINEAR,NEAR",
        "52,LINEAR,AHEAD",
        "120,LINEAR,ACHIEVED",
        "40,LUMPY,ON_PACE",
        "4,LUMPY,BEHIND"
    })
    void judgesOnTheExactShare(String value, Pace pace, AttainmentStatus status) {
        assertThat(judged(flow("120", pace), value).seasonal().status()).contains(status);
    }

    @Test
    void reversesTheGapOfACappedFlow() {
        Target cap = target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_MOST, "120", Pace.LINEAR);

        assertThat(judged(cap, "50").status()).isEqualTo(AttainmentStatus.ON_PACE);
        assertThat(judged(cap, "50").seasonal().status()).contains(AttainmentStatus.NEAR);
    }

    @Test
    void isTheFullYearInTheLastPeriod() {
        Period q4 = Period.quarter(2031, 4);
        History history = new History(Map.of(), byUnit(whole(NORTH, "90")), byUnit(whole(NORTH, "90")));
        Attainment row = city(
                flow("100", Pace.LINEAR),
                q4,
                history,
                report(NORTH, q4, FLOW, value("99")),
                report(SOUTH, q4, FLOW, value("0")),
                report(EAST, q4, FLOW, value("0")));

        assertThat(row.seasonal().pacePercent().orElseThrow()).isEqualByComparingTo("100");
        assertThat(row.seasonal().status()).contains(AttainmentStatus.MISSED);
    }

    @Test
    void saysNothingWithoutHistoryOrOfAFigureThatFellOrHasNoPace() {
        History fell = history(List.of(before(NORTH, "30")), List.of(whole(NORTH, "29")));
        History half = history(List.of(before(NORTH, "30")), List.of());

        assertThat(judged(flow("100", Pace.LINEAR), "40", History.none()).seasonal())
                .isEqualTo(SeasonalPace.NONE);
        assertThat(judged(flow("100", Pace.LINEAR), "40", fell).seasonal()).isEqualTo(SeasonalPace.NONE);
        assertThat(judged(flow("100", Pace.LINEAR), "40", half).seasonal()).isEqualTo(SeasonalPace.NONE);
        assertThat(judged(target(Measure.LEVEL, List.of(STOCK), TargetComparator.AT_LEAST, "1", Pace.NONE), "40")
                        .seasonal())
                .isEqualTo(SeasonalPace.NONE);
        assertThat(judged(target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "1", Pace.NONE), "40")
                        .seasonal())
                .isEqualTo(SeasonalPace.NONE);
    }

    @Test
    void holdsAUnitAgainstItsOwnPace() {
        Attainment south = SmallCity.of(
                SOUTH, flow("100", Pace.LINEAR), Q2, List.of(), LAST_YEAR, report(SOUTH, Q2, FLOW, value("7")));

        assertThat(south.seasonal().pacePercent()).contains(new BigDecimal("33.333333333333"));
        assertThat(south.seasonal().projectedValue()).contains(new BigDecimal("21.000000000000"));
        assertThat(south.seasonal().status()).as("no share of the target").isEmpty();
    }

    private static Attainment judged(Target target, String north) {
        return judged(target, north, LAST_YEAR);
    }

    private static Attainment judged(Target target, String north, History history) {
        return city(
                target,
                Q2,
                history,
                report(NORTH, Q2, FLOW, value(north, "30"), STOCK, value("1", "1")),
                report(SOUTH, Q2, FLOW, value("0", "10"), STOCK, value("1", "1")),
                report(EAST, Q2, FLOW, value("0", "5"), STOCK, value("1", "1")));
    }

    private static Target flow(String value, Pace pace) {
        return target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_LEAST, value, pace);
    }

    private static UnitReport before(UnitCode unit, String value) {
        return report(unit, Q2.yearBefore(), FLOW, value(value));
    }

    private static UnitReport whole(UnitCode unit, String value) {
        return report(unit, Period.quarter(2030, 4), FLOW, value(value));
    }

    private static History history(List<UnitReport> samePeriod, List<UnitReport> fullYear) {
        return new History(
                Map.of(), byUnit(samePeriod.toArray(UnitReport[]::new)), byUnit(fullYear.toArray(UnitReport[]::new)));
    }
}
