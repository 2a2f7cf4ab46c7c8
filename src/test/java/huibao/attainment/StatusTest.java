package huibao.attainment;

import static huibao.attainment.SmallCity.city;
import static huibao.rollup.SmallJob.CARGO;
import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.FREE;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.PORT;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.target;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Allocation;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Measure;
import huibao.model.ObsStatus;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetBasis;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.model.UnitCode;
import huibao.rollup.History;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

    private static final Period Q2 = Period.quarter(2031, 2);
    private static final Period Q4 = Period.quarter(2031, 4);

    private static final Target LEVEL =
            target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_LEAST, "100", Pace.LINEAR);
    private static final Target GROWTH =
            target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "8", Pace.NONE);

    @ParameterizedTest(name = "{0} {1} 100, Q{2}, {3}: {4}")
    @CsvSource({
        // a linear flow in mid-year, pace 50: every threshold of the gap, from both sides
        "LINEAR,AT_LEAST,2,100,ACHIEVED",
        "LINEAR,AT_LEAST,2,99.999,AHEAD",
        "LINEAR,AT_LEAST,2,60,AHEAD",
        "LINEAR,AT_LEAST,2,59.999,ON_PACE",
        "LINEAR,AT_LEAST,2,50,ON_PACE",
        "LINEAR,AT_LEAST,2,49.999,NEAR",
        "LINEAR,AT_LEAST,2,40.001,NEAR",
        "LINEAR,AT_LEAST,2,40,BEHIND",
        "LINEAR,AT_LEAST,2,20,BEHIND",
        "LINEAR,AT_LEAST,2,19.999,FAR_BEHIND",
        "LINEAR,AT_LEAST,2,-5,FAR_BEHIND",
        "LINEAR,AT_LEAST,4,100,ACHIEVED",
        "LINEAR,AT_LEAST,4,99.999,MISSED",
        // 超 is strict
        "LINEAR,MORE_THAN,2,100,AHEAD",
        "LINEAR,MORE_THAN,2,100.001,ACHIEVED",
        "LINEAR,MORE_THAN,4,100,MISSED",
        "LINEAR,MORE_THAN,4,100.001,ACHIEVED",
        "LINEAR,HOLD_AT,2,100,ACHIEVED",
        "LINEAR,HOLD_AT,2,99.999,AHEAD",
        "LINEAR,HOLD_AT,4,103.1,ACHIEVED",
        // a capped flow is never achieved early, and less of it is better
        "LINEAR,AT_MOST,2,0,AHEAD",
        "LINEAR,AT_MOST,2,40,AHEAD",
        "LINEAR,AT_MOST,2,50,ON_PACE",
        "LINEAR,AT_MOST,2,50.001,NEAR",
        "LINEAR,AT_MOST,2,60,BEHIND",
        "LINEAR,AT_MOST,2,80,BEHIND",
        "LINEAR,AT_MOST,2,80.001,FAR_BEHIND",
        "LINEAR,AT_MOST,3,100.001,FAR_BEHIND",
        "LINEAR,AT_MOST,4,100,ACHIEVED",
        "LINEAR,AT_MOST,4,100.001,MISSED",
        "LINEAR,EXACTLY,2,50,ON_PACE",
        "LINEAR,EXACTLY,2,100,ACHIEVED",
        "LINEAR,EXACTLY,2,100.001,FAR_BEHIND",
        "LINEAR,EXACTLY,4,100,ACHIEVED",
        "LINEAR,EXACTLY,4,100.001,MISSED",
        "LINEAR,EXACTLY,4,99.999,MISSED",
        // awarded in batches
        "LUMPY,AT_LEAST,2,0,IN_PROGRESS",
        "LUMPY,AT_LEAST,2,99,IN_PROGRESS",
        "LUMPY,AT_LEAST,2,100,ACHIEVED",
        "LUMPY,AT_LEAST,4,99,MISSED",
        "LUMPY,AT_LEAST,4,100,ACHIEVED",
        "LUMPY,MORE_THAN,2,100,IN_PROGRESS",
        "LUMPY,HOLD_AT,2,100,ACHIEVED",
        "LUMPY,EXACTLY,2,101,IN_PROGRESS",
        "LUMPY,AT_MOST,2,10,IN_PROGRESS",
        "LUMPY,AT_MOST,4,10,ACHIEVED",
        // a stock
        "NONE,AT_LEAST,2,100,ON_PACE",
        "NONE,AT_LEAST,2,99.999,BELOW",
        "NONE,AT_LEAST,4,100,ACHIEVED",
        "NONE,AT_LEAST,4,99.999,MISSED",
        "NONE,MORE_THAN,2,100,BELOW",
        "NONE,MORE_THAN,4,100.001,ACHIEVED",
        "NONE,HOLD_AT,2,99.999,BELOW",
        "NONE,HOLD_AT,4,110,ACHIEVED",
        "NONE,AT_MOST,2,100,ON_PACE",
        "NONE,AT_MOST,2,100.001,BELOW",
        "NONE,AT_MOST,4,100,ACHIEVED",
        "NONE,EXACTLY,2,100,ON_PACE",
        "NONE,EXACTLY,2,100.001,BELOW",
        "NONE,EXACTLY,4,99,MISSED"
    })
    void judgesLevels(Pace pace, TargetComparator comparator, int quarter, String value, AttainmentStatus expected) {
        Target target = target(Measure.LEVEL, List.of(CARGO), comparator, "100", pace);

        assertThat(cargo(target, Period.quarter(2031, quarter), value, "").status())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} 8, Q{2}, {3} over 100: {4}")
    @CsvSource({
        "GROWTH,AT_LEAST,2,108,ON_PACE",
        "GROWTH,AT_LEAST,2,107.999,BELOW",
        "GROWTH,AT_LEAST,4,108,ACHIEVED",
        "GROWTH,AT_LEAST,4,107.999,MISSED",
        "GROWTH,MORE_THAN,2,108,BELOW",
        "GROWTH,MORE_THAN,4,108.001,ACHIEVED",
        "GROWTH,HOLD_AT,2,108,ON_PACE",
        "GROWTH,AT_MOST,2,108,ON_PACE",
        "GROWTH,AT_MOST,2,108.001,BELOW",
        "GROWTH,AT_MOST,4,90,ACHIEVED",
        "GROWTH,EXACTLY,2,108,ON_PACE",
        "GROWTH,EXACTLY,4,107,MISSED"
    })
    void judgesGrowth(
            Measure measure, TargetComparator comparator, int quarter, String value, AttainmentStatus expected) {
        Target target = target(measure, List.of(CARGO), comparator, "8", Pace.NONE);

        assertThat(cargo(target, Period.quarter(2031, quarter), value, "100").status())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1}, {2} in mid-year: {3}")
    @CsvSource({
        "AT_LEAST,0,0,ACHIEVED",
        "AT_LEAST,0,-1,IN_PROGRESS",
        "MORE_THAN,0,0,IN_PROGRESS",
        "AT_MOST,0,0,ON_PACE",
        "AT_MOST,0,1,FAR_BEHIND",
        "EXACTLY,0,0,ACHIEVED",
        "EXACTLY,0,1,FAR_BEHIND",
        "AT_LEAST,-10,-9,ACHIEVED",
        "AT_LEAST,-10,-11,IN_PROGRESS"
    })
    void hasNoCompletionOfATargetThatIsNotPositive(
            TargetComparator comparator, String target, String value, AttainmentStatus expected) {
        Attainment row = cargo(target(Measure.LEVEL, List.of(CARGO), comparator, target, Pace.LINEAR), Q2, value, "");

        assertThat(row.status()).isEqualTo(expected);
        assertThat(row.completionPercent()).isEmpty();
        assertThat(row.paceGapPoints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HOLD_AT,103,false", "HOLD_AT,103.000001,true", "HOLD_AT,99,false", "AT_LEAST,110,false"})
    void notesWhatStandsAboveTheBand(TargetComparator comparator, String value, boolean expected) {
        Attainment row = cargo(target(Measure.LEVEL, List.of(CARGO), comparator, "100", Pace.NONE), Q2, value, "");

        assertThat(row.aboveBand()).isEqualTo(expected);
    }

    @Test
    void showsTheGapOfABatchedFlowAndNoneOfAStock() {
        Target lumpy = target(Measure.LEVEL, List.of(CARGO), TargetComparator.AT_LEAST, "100", Pace.LUMPY);
        Target stock = target(Measure.LEVEL, List.of(CARGO), TargetComparator.AT_LEAST, "100", Pace.NONE);

        assertThat(cargo(lumpy, Q2, "20", "").paceGapPoints()).contains(new BigDecimal("-30.000000000000"));
        assertThat(cargo(lumpy, Q2, "20", "").projectedValue()).isEmpty();
        assertThat(cargo(stock, Q2, "20", "").paceGapPoints()).isEmpty();
        assertThat(cargo(stock, Q2, "20", "").completionPercent()).contains(new BigDecimal("20.000000000000"));
    }

    @Test
    void projectsALinearFlowByTheElapsedShare() {
        Target linear = target(Measure.LEVEL, List.of(CARGO), TargetComparator.AT_LEAST, "100", Pace.LINEAR);

        assertThat(cargo(linear, Period.quarter(2031, 3), "70", "").projectedValue())
                .contains(new BigDecimal("93.333333333333"));
    }

    @Test
    void keepsALevelAsExactAsItsParts() {
        Target linear = target(Measure.LEVEL, List.of(CARGO), TargetComparator.AT_LEAST, "1", Pace.LINEAR);
        Attainment row = cargo(linear, Q2, "0.1234567", "0.1");

        assertThat(row.obsValue()).contains(new BigDecimal("0.1234567"));
        assertThat(row.lowValue()).contains(new BigDecimal("0.1234567"));
        assertThat(row.growthPercent().orElseThrow()).isEqualByComparingTo("23.4567");
        assertThat(row.basis()).isEqualTo(TargetBasis.CITY);
    }

    @Test
    void judgesAnAllocationAndSaysWhetherItIsAnExample() {
        Attainment assigned = unit(NORTH, LEVEL, "20", List.of(allocation(NORTH, "40", false)));
        assertThat(assigned.status()).isEqualTo(AttainmentStatus.ON_PACE);
        assertThat(assigned.targetValue()).contains(new BigDecimal("40"));
        assertThat(assigned.basis()).isEqualTo(TargetBasis.ALLOCATION);

        Attainment example = unit(PORT, LEVEL, "20", List.of(allocation(PORT, "20", true)));
        assertThat(example.status()).isEqualTo(AttainmentStatus.ACHIEVED);
        assertThat(example.basis()).isEqualTo(TargetBasis.ILLUSTRATIVE);
        assertThat(example.rank()).isEmpty();
    }

    @Test
    void hasNoVerdictOnALevelWithoutAllocationButShowsItsFigures() {
        Attainment row = unit(NORTH, LEVEL, "20", List.of());

        assertThat(row.status()).isEqualTo(AttainmentStatus.NO_TARGET);
        assertThat(row.basis()).isEqualTo(TargetBasis.NONE);
        assertThat(row.obsValue()).contains(new BigDecimal("20"));
        assertThat(row.projectedValue().orElseThrow()).isEqualByComparingTo("40");
        assertThat(row.completionPercent()).isEmpty();
        assertThat(unit(SOUTH, LEVEL, "20", List.of()).status()).isEqualTo(AttainmentStatus.NO_DATA);
    }

    @Test
    void judgesARateWithoutAllocationAgainstTheCitysValue() {
        Attainment row = unit(NORTH, GROWTH, "108", List.of());

        assertThat(row.basis()).isEqualTo(TargetBasis.CITY_VALUE);
        assertThat(row.targetValue()).contains(new BigDecimal("8"));
        assertThat(row.status()).isEqualTo(AttainmentStatus.ON_PACE);
    }

    @Test
    void hasNoDataWhereNothingIsReported() {
        Attainment row = city(LEVEL, Q4);

        assertThat(row.status()).isEqualTo(AttainmentStatus.NO_DATA);
        assertThat(row.obsValue()).isEmpty();
        assertThat(row.obsStatus()).isEqualTo(ObsStatus.O);
        assertThat(row.reportingRate()).isEqualByComparingTo("0");
    }

    @Test
    void givesCityRowsThenUnitsInPrintOrderAndNoUnitForCityLevelTargets() {
        Target cityLevel = target(Measure.LEVEL, List.of(CARGO), TargetComparator.AT_LEAST, "1", Pace.LINEAR);

        assertThat(SmallCity.all(LEVEL, Q2, List.of(), History.none(), List.of()))
                .extracting(Attainment::refArea)
                .containsExactly(CITY, NORTH, SOUTH, EAST, PORT);
        assertThat(SmallCity.all(cityLevel, Q2, List.of(), History.none(), List.of()))
                .extracting(Attainment::refArea)
                .containsExactly(CITY);
    }

    @Test
    void addsForecastsOfLevelsAndDividesThoseOfRatios() {
        Target ratio = target(Measure.RATIO, List.of(FLOW, FREE), TargetComparator.AT_LEAST, "50", Pace.NONE);
        Attainment row = SmallCity.of(
                NORTH,
                ratio,
                Q2,
                List.of(),
                History.none(),
                report(NORTH, Q2, FLOW, value("1", "", "3", ObsStatus.A), FREE, value("2", "", "4", ObsStatus.V)));

        assertThat(row.forecastValue().orElseThrow()).isEqualByComparingTo("75");
        assertThat(row.obsStatus()).isEqualTo(ObsStatus.V);
        assertThat(unit(NORTH, LEVEL, "20", List.of()).forecastValue()).isEmpty();
    }

    private static Attainment cargo(Target target, Period period, String value, String prior) {
        return city(target, period, report(CITY, period, CARGO, value(value, prior)));
    }

    /** North and the port report; the unit's row is given. */
    private static Attainment unit(UnitCode unit, Target target, String value, List<Allocation> allocations) {
        return SmallCity.of(
                unit,
                target,
                Q2,
                allocations,
                History.none(),
                report(NORTH, Q2, FLOW, value(value, "100")),
                report(PORT, Q2, FLOW, value(value, "100")));
    }

    private static Allocation allocation(UnitCode unit, String value, boolean illustrative) {
        return new Allocation(new TargetCode("T1"), unit, new BigDecimal(value), illustrative);
    }
}
