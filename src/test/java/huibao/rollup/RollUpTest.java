package huibao.rollup;

import static huibao.rollup.SmallJob.CARGO;
import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.FREE;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.PLACES;
import static huibao.rollup.SmallJob.PORT;
import static huibao.rollup.SmallJob.PROFIT;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.byUnit;
import static huibao.rollup.SmallJob.earlier;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.model.Fraction;
import huibao.model.Frequency;
import huibao.model.Interval;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ObsStatus;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollUpTest {

    private static final Period Q1 = Period.quarter(2031, 1);
    private static final Period Q2 = Period.quarter(2031, 2);
    private static final Period Q3 = Period.quarter(2031, 3);
    private static final Period Q3_BEFORE = Period.quarter(2030, 3);

    private static final RollUp ROLL_UP = new RollUp(SmallJob.catalogue(Frequency.QUARTERLY, List.of(), List.of()));

    @Test
    void addsDistrictsAndNeverZones() {
        ItemFigure city = city(
                FLOW,
                History.none(),
                report(NORTH, Q3, FLOW, value("10.5", "8")),
                report(SOUTH, Q3, FLOW, value("4", "3")),
                report(EAST, Q3, FLOW, value("0.25", "1")),
                report(PORT, Q3, FLOW, value("6", "5")));

        assertThat(city.value()).contains(new BigDecimal("14.75"));
        assertThat(city.priorYear()).contains(new BigDecimal("12"));
        assertThat(city.missing()).isEmpty();
        assertThat(city.expected()).isEqualTo(3);
        assertThat(city.valueBounds()).isEqualTo(Interval.exactly(new BigDecimal("14.75")));
    }

    @Test
    void takesACityLevelItemFromTheCityAlone() {
        ItemFigure city = city(CARGO, History.none(), report(CITY, Q3, CARGO, value("7.5", "6")));

        assertThat(city.value()).contains(new BigDecimal("7.5"));
        assertThat(city.expected()).isEqualTo(1);
    }

    @Test
    void givesEveryUnitAFigureOfEveryItemItsFormAsksThenTheCity() {
        List<ItemFigure> figures = ROLL_UP.fold(Q3, List.of(), History.none());

        assertThat(figures).hasSize(4 * 5 + 6);
        assertThat(figures.get(0).refArea()).isEqualTo(NORTH);
        assertThat(figures.get(0).missing()).containsExactly(NORTH);
        assertThat(figures.get(0).value()).isEmpty();
        assertThat(figures.get(0).status()).isEqualTo(ObsStatus.O);
        assertThat(figures.subList(20, 26)).extracting(ItemFigure::refArea).containsOnly(CITY);
        assertThat(figures.get(20).missing()).containsExactly(NORTH, SOUTH, EAST);
        assertThat(figures).extracting(f -> f.item() + " " + f.refArea()).doesNotHaveDuplicates();
    }

    @Test
    void countsAReportedCellWithoutAFigureAsMissingForThatItemAlone() {
        UnitReport north = report(NORTH, Q3, FLOW, value("", "8"), STOCK, value("5", "4"));
        UnitReport south = report(SOUTH, Q3, FLOW, value("4", "3"), STOCK, value("1", "1"));
        UnitReport east = report(EAST, Q3, FLOW, value("2", "3"), STOCK, value("1", "1"));

        ItemFigure flow = city(FLOW, History.none(), north, south, east);
        assertThat(flow.missing()).containsExactly(NORTH);
        assertThat(flow.value()).contains(new BigDecimal("6"));
        assertThat(flow.priorYear()).contains(new BigDecimal("6"));
        assertThat(flow.expected()).isEqualTo(3);
        assertThat(city(STOCK, History.none(), north, south, east).missing()).isEmpty();
    }

    @Test
    void hasNoPriorYearSumIfAReportingUnitLacksIt() {
        ItemFigure city = city(
                FLOW,
                History.none(),
                report(NORTH, Q3, FLOW, value("10", "8")),
                report(SOUTH, Q3, FLOW, value("4", "")));

        assertThat(city.value()).contains(new BigDecimal("14"));
        assertThat(city.priorYear()).isEmpty();
    }

    @Test
    void addsForecastsOnlyIfEveryExpectedUnitGaveOne() {
        UnitReport north = report(NORTH, Q3, FLOW, value("1", "", "3", ObsStatus.A));
        UnitReport south = report(SOUTH, Q3, FLOW, value("1", "", "4", ObsStatus.E));
        UnitReport east = report(EAST, Q3, FLOW, value("1", "", "5.5", ObsStatus.P));

        assertThat(city(FLOW, History.none(), north, south, east).forecast()).contains(new BigDecimal("12.5"));
        assertThat(city(FLOW, History.none(), north, south, east).status()).isEqualTo(ObsStatus.E);
        assertThat(city(FLOW, History.none(), north, south).forecast()).isEmpty();
    }

    @Test
    void boundsAMissingFlowByItsLastFigureContinuedAtItsOwnRate() {
        History history = new History(earlier(report(SOUTH, Q2, FLOW, value("4", "3"))), Map.of());

        assertBounds(south(FLOW, history).valueBounds(), "4", "6");
        assertBounds(south(FLOW, history).priorYearBounds(), "3", "4.5");
    }

    @Test
    void looksForTheLastFigureOfEachItemInOlderFormsIfTheLastOneLeftItOut() {
        History history = new History(
                earlier(
                        report(SOUTH, Q1, FLOW, value("4", "3"), STOCK, value("50", "40")),
                        report(SOUTH, Q2, FLOW, value("", "5"), STOCK, value("60", ""))),
                Map.of());

        // of the first quarter, three times; its prior year of the second, one and a half times
        assertBounds(south(FLOW, history).valueBounds(), "4", "12");
        assertBounds(south(FLOW, history).priorYearBounds(), "5", "7.5");
        assertBounds(south(STOCK, history).valueBounds(), "48", "72");
        assertBounds(south(STOCK, history).priorYearBounds(), "32", "48");
        assertThat(south(FLOW, history).assumptions().get(0).since()).contains(Q1);
        assertThat(south(STOCK, history).assumptions().get(0).since()).contains(Q2);
    }

    @Test
    void boundsAMissingFlowByTheYearBeforeWhereThatIsLarger() {
        History history = new History(
                earlier(report(SOUTH, Q2, FLOW, value("4", "3"))), byUnit(report(SOUTH, Q3_BEFORE, FLOW, value("9"))));

        assertBounds(south(FLOW, history).valueBounds(), "4", "9");
        assertBounds(south(FLOW, history).priorYearBounds(), "9", "9");
    }

    @Test
    void boundsAFlowNeverReportedThisYearByZeroAndTheYearBefore() {
        History history = new History(Map.of(), byUnit(report(SOUTH, Q3_BEFORE, FLOW, value("9"))));

        assertBounds(south(FLOW, history).valueBounds(), "0", "9");
    }

    @Test
    void leavesAFlowNeverReportedWithoutUpperBound() {
        assertThat(south(FLOW, History.none()).valueBounds()).isEqualTo(Interval.from(BigDecimal.ZERO));
        assertThat(south(FLOW, History.none()).priorYearBounds()).isEqualTo(Interval.from(BigDecimal.ZERO));
    }

    @Test
    void takesZeroForTheLeastOnlyOfItemsThatCannotBeNegative() {
        assertThat(south(PROFIT, History.none()).valueBounds()).isEqualTo(Interval.unbounded());
        assertThat(south(PROFIT, History.none()).priorYearBounds()).isEqualTo(Interval.unbounded());
    }

    @Test
    void keepsTheEndsInOrderWhereTheLastFigureIsNegative() {
        History history = new History(earlier(report(SOUTH, Q2, PROFIT, value("-4", "-2"))), Map.of());

        assertBounds(south(PROFIT, history).valueBounds(), "-6", "-4");
        assertBounds(south(PROFIT, history).priorYearBounds(), "-3", "-2");
    }

    @Test
    void continuesAFigureExactly() {
        History history = new History(
                earlier(new UnitReport(SOUTH, Period.month(2031, 7), Map.of(PROFIT, value("1", "-1")))), Map.of());
        ItemFigure figure = find(SOUTH, PROFIT, ROLL_UP.fold(Period.month(2031, 8), List.of(), history));

        assertThat(figure.valueBounds().high()).contains(new Fraction(new BigDecimal("8"), new BigDecimal("7")));
        assertThat(figure.priorYearBounds().low()).contains(new Fraction(new BigDecimal("-8"), new BigDecimal("7")));
    }

    @Test
    void boundsAMissingStockByItsLastFigureAndTheAllowedSwing() {
        History history =
                new History(earlier(report(SOUTH, Q1, STOCK, value("50", "40"), FREE, value("50", "40"))), Map.of());

        assertBounds(south(STOCK, history).valueBounds(), "40", "60");
        assertThat(south(FREE, history).valueBounds()).isEqualTo(Interval.unbounded());
        assertThat(south(STOCK, History.none()).valueBounds()).isEqualTo(Interval.unbounded());
    }

    @Test
    void boundsAMissingStocksPriorYearByItsLastFormAndTheAllowedSwing() {
        Map<UnitCode, ReportSeries> last =
                earlier(report(SOUTH, Q1, STOCK, value("50", "40"), FREE, value("50", "40")));
        History archived = new History(last, byUnit(report(SOUTH, Q3_BEFORE, STOCK, value("39"))));
        History notSaid = new History(earlier(report(SOUTH, Q1, STOCK, value("50"))), Map.of());

        assertBounds(south(STOCK, new History(last, Map.of())).priorYearBounds(), "32", "48");
        assertBounds(south(STOCK, archived).priorYearBounds(), "39", "39");
        assertThat(south(FREE, archived).priorYearBounds()).isEqualTo(Interval.unbounded());
        assertThat(south(STOCK, notSaid).priorYearBounds()).isEqualTo(Interval.unbounded());
    }

    @Test
    void addsBoundsOfMissingUnitsToWhatIsReported() {
        History history = new History(earlier(report(SOUTH, Q2, FLOW, value("4", "3"))), Map.of());
        ItemFigure city =
                city(FLOW, history, report(NORTH, Q3, FLOW, value("10", "8")), report(EAST, Q3, FLOW, value("1", "2")));

        assertThat(city.value()).contains(new BigDecimal("11"));
        assertBounds(city.valueBounds(), "15", "17");
        assertBounds(city.priorYearBounds(), "13", "14.5");
        assertThat(city.missing()).containsExactly(SOUTH);
    }

    @Test
    void hasNoPriorYearOfAnItemThatDoesNotAskIt() {
        ItemFigure places =
                find(NORTH, PLACES, ROLL_UP.fold(Q3, List.of(report(NORTH, Q3, PLACES, value("7"))), History.none()));

        assertThat(places.value()).contains(new BigDecimal("7"));
        assertThat(places.priorYear()).isEmpty();
        assertThat(places.priorYearBounds()).isEqualTo(Interval.unbounded());
    }

    @Test
    void refusesReportsThatDoNotBelong() {
        UnitReport north = report(NORTH, Q3, FLOW, value("1"));
        assertThatThrownBy(() -> ROLL_UP.fold(Q3, List.of(north, north), History.none()))
                .hasMessage("N: two reports of 2031-Q3");
        assertThatThrownBy(() -> ROLL_UP.fold(Q2, List.of(north), History.none()))
                .hasMessage("N: expected a report of 2031-Q2, found 2031-Q3");
        UnitReport stranger = report(new UnitCode("X"), Q3, FLOW, value("1"));
        assertThatThrownBy(() -> ROLL_UP.fold(Q3, List.of(stranger), History.none()))
                .hasMessage("the job has no unit X");
        assertThatThrownBy(() -> ROLL_UP.fold(Q3, List.of(), new History(earlier(north), Map.of())))
                .hasMessage("N: last accepted must be of 2031 before 2031-Q3, found 2031-Q3");
        assertThatThrownBy(() -> ROLL_UP.fold(Q3, List.of(), new History(Map.of(), byUnit(north))))
                .hasMessage("N: prior year must be 2030-Q3, found 2031-Q3");
    }

    private static ItemFigure city(ItemCode item, History history, UnitReport... reports) {
        return find(CITY, item, ROLL_UP.fold(Q3, List.of(reports), history));
    }

    private static ItemFigure south(ItemCode item, History history) {
        return find(SOUTH, item, ROLL_UP.fold(Q3, List.of(), history));
    }

    private static ItemFigure find(UnitCode area, ItemCode item, List<ItemFigure> figures) {
        return figures.stream()
                .filter(f -> f.refArea().equals(area) && f.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static void assertBounds(Interval bounds, String low, String high) {
        assertThat(bounds.low())
                .hasValueSatisfying(
                        end -> assertThat(end.compareTo(new BigDecimal(low))).isZero());
        assertThat(bounds.high())
                .hasValueSatisfying(
                        end -> assertThat(end.compareTo(new BigDecimal(high))).isZero());
    }
}
