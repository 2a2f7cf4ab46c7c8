package huibao.attainment;

import static huibao.attainment.SmallCity.city;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.byUnit;
import static huibao.rollup.SmallJob.earlier;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.target;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.model.YearEnd;
import huibao.model.YearEnd.Outlook;
import huibao.rollup.History;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingYearTest {

    private static final List<UnitCode> DISTRICTS = List.of(NORTH, SOUTH, EAST);

    @ParameterizedTest(name = "{0} of {2} {1} in quarter {3}: {4}, {5} against {6}")
    @CsvSource({
        "30,AT_LEAST,100,2,NEEDS_MORE,35.000000000000,15.000000000000",
        "50,AT_LEAST,100,2,AT_THIS_RATE,25.000000000000,25.000000000000",
        "50,MORE_THAN,100,2,NEEDS_MORE,25.000000000000,25.000000000000",
        "100,AT_LEAST,100,2,DONE,,",
        "100,MORE_THAN,100,2,AT_THIS_RATE,0.000000000000,50.000000000000",
        "99,AT_LEAST,100,4,LOST,,",
        "100,AT_LEAST,100,4,DONE,,",
        "40,AT_MOST,100,2,AT_THIS_RATE,30.000000000000,20.000000000000",
        "60,AT_MOST,100,2,NEEDS_MORE,20.000000000000,30.000000000000",
        "101,AT_MOST,100,2,LOST,,",
        "100,AT_MOST,100,4,DONE,,",
        "101,EXACTLY,100,3,LOST,,",
        "90,EXACTLY,100,3,AT_THIS_RATE,10.000000000000,30.000000000000",
        "70,EXACTLY,100,3,NEEDS_MORE,30.000000000000,23.333333333333"
    })
    void saysWhatEachRemainingPeriodMustBring(
            String value,
            TargetComparator comparator,
            String promised,
            int quarter,
            Outlook outlook,
            String needed,
            String average) {
        Period period = Period.quarter(2031, quarter);
        YearEnd view = city(level(comparator, promised), period, all(period, value, ""))
                .yearEnd();

        assertThat(view.outlook()).isEqualTo(outlook);
        assertThat(view.neededPerPeriod()).isEqualTo(Optional.ofNullable(needed).map(BigDecimal::new));
        assertThat(view.averagePerPeriod())
                .isEqualTo(Optional.ofNullable(average).map(BigDecimal::new));
    }

    @Test
    void reckonsAtTheUnfavourableEndWhileAUnitIsMissing() {
        Period q3 = Period.quarter(2031, 3);
        History history = new History(earlier(report(SOUTH, Period.quarter(2031, 2), FLOW, value("20"))), Map.of());
        UnitReport[] others = {report(NORTH, q3, FLOW, value("40")), report(EAST, q3, FLOW, value("0"))};

        // 40 and at least the 20 of the second quarter, at most 30
        YearEnd atLeast = city(level(TargetComparator.AT_LEAST, "100"), q3, history, others)
                .yearEnd();
        YearEnd atMost = city(level(TargetComparator.AT_MOST, "100"), q3, history, others)
                .yearEnd();
        YearEnd passedOrNot =
                city(level(TargetComparator.AT_MOST, "65"), q3, history, others).yearEnd();
        YearEnd noCeiling =
                city(level(TargetComparator.AT_MOST, "100"), q3, others).yearEnd();

        assertThat(atLeast.neededPerPeriod()).contains(new BigDecimal("40.000000000000"));
        assertThat(atLeast.averagePerPeriod()).contains(new BigDecimal("20.000000000000"));
        assertThat(atMost.neededPerPeriod()).contains(new BigDecimal("30.000000000000"));
        assertThat(passedOrNot).isEqualTo(YearEnd.NOT_COMPUTABLE);
        assertThat(noCeiling).isEqualTo(YearEnd.NOT_COMPUTABLE);
    }

    @Test
    void doesNotCallTheYearLostWhileTheMissingUnitMayStillSaveIt() {
        Period q4 = Period.quarter(2031, 4);
        History history = new History(earlier(report(SOUTH, Period.quarter(2031, 3), FLOW, value("30"))), Map.of());
        UnitReport[] others = {report(NORTH, q4, FLOW, value("60")), report(EAST, q4, FLOW, value("0"))};

        // between 90 and 100
        assertThat(city(level(TargetComparator.AT_LEAST, "90"), q4, history, others)
                        .yearEnd()
                        .outlook())
                .isEqualTo(Outlook.DONE);
        assertThat(city(level(TargetComparator.AT_LEAST, "95"), q4, history, others)
                        .yearEnd()
                        .outlook())
                .isEqualTo(Outlook.NOT_COMPUTABLE);
        assertThat(city(level(TargetComparator.AT_LEAST, "101"), q4, history, others)
                        .yearEnd()
                        .outlook())
                .isEqualTo(Outlook.LOST);
    }

    @Test
    void saysHowMuchTheRemainingPeriodsMustGrow() {
        Period q2 = Period.quarter(2031, 2);
        Target growth = target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "10", Pace.NONE);

        // last year 100, of which 40 by now: 110 promised, 42 there, 68 to come over 60
        YearEnd view =
                city(growth, q2, lastYear("40", "100"), all(q2, "42", "40")).yearEnd();
        assertThat(view.outlook()).isEqualTo(Outlook.NEEDS_MORE);
        assertThat(view.neededGrowthPercent()).contains(new BigDecimal("13.333333333333"));
        assertThat(view.neededPerPeriod()).isEmpty();

        // the form's comparable base is 80 where the archive has 40: last year's 100 are 200 in that scope
        YearEnd restated =
                city(growth, q2, lastYear("40", "100"), all(q2, "88", "80")).yearEnd();
        assertThat(restated.outlook()).isEqualTo(Outlook.AT_THIS_RATE);
        assertThat(restated.neededGrowthPercent()).contains(new BigDecimal("10.000000000000"));
    }

    @Test
    void cannotSayItOfAGrowthWithoutLastYearsFullFigureOfEveryUnit() {
        Period q2 = Period.quarter(2031, 2);
        Target growth = target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "10", Pace.NONE);
        History one = new History(
                Map.of(),
                byUnit(report(NORTH, q2.yearBefore(), FLOW, value("40"))),
                byUnit(report(NORTH, Period.quarter(2030, 4), FLOW, value("100"))));

        assertThat(city(growth, q2, all(q2, "42", "40")).yearEnd()).isEqualTo(YearEnd.NOT_COMPUTABLE);
        assertThat(city(growth, q2, one, all(q2, "42", "40")).yearEnd()).isEqualTo(YearEnd.NOT_COMPUTABLE);
        assertThat(city(growth, q2, lastYear("40", "100"), report(NORTH, q2, FLOW, value("42", "40")))
                        .yearEnd())
                .isEqualTo(YearEnd.NOT_COMPUTABLE);
    }

    @Test
    void isSilentOnWhatIsNotMadeInTheCourseOfTheYear() {
        Period q2 = Period.quarter(2031, 2);
        Target stock = target(Measure.LEVEL, List.of(STOCK), TargetComparator.AT_LEAST, "5", Pace.NONE);
        Target stockGrowth = target(Measure.GROWTH, List.of(STOCK), TargetComparator.AT_LEAST, "5", Pace.NONE);
        Target ratio = target(Measure.RATIO, List.of(FLOW, STOCK), TargetComparator.AT_LEAST, "5", Pace.NONE);

        for (Target target : List.of(stock, stockGrowth, ratio)) {
            assertThat(city(target, q2, all(q2, "1", "1")).yearEnd()).isEqualTo(YearEnd.NOT_APPLICABLE);
        }
    }

    private static Target level(TargetComparator comparator, String value) {
        return target(Measure.LEVEL, List.of(FLOW), comparator, value, Pace.LINEAR);
    }

    private static UnitReport[] all(Period period, String value, String prior) {
        return Stream.concat(
                        Stream.of(report(NORTH, period, FLOW, value(value, prior), STOCK, value("1", "1"))),
                        Stream.of(SOUTH, EAST)
                                .map(unit -> report(unit, period, FLOW, value("0", "0"), STOCK, value("1", "1"))))
                .toArray(UnitReport[]::new);
    }

    private static History lastYear(String samePeriod, String fullYear) {
        return new History(
                Map.of(),
                byUnit(each(Period.quarter(2030, 2), samePeriod)),
                byUnit(each(Period.quarter(2030, 4), fullYear)));
    }

    private static UnitReport[] each(Period period, String north) {
        return DISTRICTS.stream()
                .map(unit -> report(unit, period, FLOW, value(unit.equals(NORTH) ? north : "0")))
                .toArray(UnitReport[]::new);
    }
}
