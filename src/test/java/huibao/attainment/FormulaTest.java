package huibao.attainment;

import static huibao.attainment.SmallCity.city;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.FREE;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.PLACES;
import static huibao.rollup.SmallJob.PORT;
import static huibao.rollup.SmallJob.PROFIT;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.target;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.ItemCode;
import huibao.model.Measure;
import huibao.model.Obstacle;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.model.UnitReport;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final Period JUNE = Period.month(2031, 6);
    private static final Period NOVEMBER = Period.month(2031, 11);

    private static final Target GROWTH =
            target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "17.69", Pace.NONE);
    private static final Target RATIO =
            target(Measure.RATIO, List.of(PLACES, FREE), TargetComparator.AT_LEAST, "92", Pace.NONE);
    private static final Target PER_HEAD =
            target(Measure.GROWTH_PER_HEAD, List.of(FLOW, STOCK), TargetComparator.AT_LEAST, "10", Pace.NONE);

    @Test
    void growsTheSumsAndNeverAveragesRates() {
        Attainment row = city(
                GROWTH,
                JUNE,
                report(NORTH, JUNE, FLOW, value("120", "100")),
                report(SOUTH, JUNE, FLOW, value("33", "30")),
                report(EAST, JUNE, FLOW, value("0", "0")));

        assertThat(row.obsValue()).contains(new BigDecimal("17.692307692308"));
        assertThat(row.levelValue()).contains(new BigDecimal("153"));
        assertThat(row.priorYearValue()).contains(new BigDecimal("130"));
        assertThat(row.growthPercent()).contains(new BigDecimal("17.692307692308"));
        assertThat(row.paceGapPoints()).contains(new BigDecimal("0.002307692308"));
        assertThat(row.completionPercent()).isEmpty();
        assertThat(row.projectedValue()).isEmpty();
        assertThat(row.status()).isEqualTo(AttainmentStatus.ON_PACE);
    }

    @Test
    void growsCumulatedMonthsNotTheirMean() {
        // months 5→5, 6→5, 10→15: growth 0, −16.67 and 50, their mean 11.11
        Attainment row = city(
                GROWTH,
                Period.month(2031, 3),
                report(NORTH, Period.month(2031, 3), FLOW, value("25", "21")),
                report(SOUTH, Period.month(2031, 3), FLOW, value("0", "0")),
                report(EAST, Period.month(2031, 3), FLOW, value("0", "0")));

        assertThat(row.obsValue()).contains(new BigDecimal("19.047619047619"));
    }

    @Test
    void judgesOnTheExactValueEvenWhereItPrintsAsReached() {
        Attainment row = city(RATIO, JUNE, full(PLACES, FREE, "9196", "", "10000", ""));

        assertThat(row.obsValue()).contains(new BigDecimal("91.960000000000"));
        assertThat(row.obsValue().orElseThrow().setScale(1, RoundingMode.HALF_EVEN))
                .isEqualTo(new BigDecimal("92.0"));
        assertThat(row.status()).isEqualTo(AttainmentStatus.BELOW);
        assertThat(row.paceGapPoints()).contains(new BigDecimal("-0.040000000000"));
        assertThat(row.denominatorValue()).contains(new BigDecimal("10000"));
    }

    @ParameterizedTest
    @CsvSource({
        "33.333333333333,AT_LEAST,ON_PACE",
        "33.333333333333,MORE_THAN,ON_PACE",
        "33.333333333333,AT_MOST,BELOW",
        "33.3333333333334,AT_LEAST,BELOW",
        "33.3333333333334,AT_MOST,ON_PACE"
    })
    void judgesAThirdByCrossMultiplication(String value, TargetComparator comparator, AttainmentStatus expected) {
        Target target = target(Measure.RATIO, List.of(PLACES, FREE), comparator, value, Pace.NONE);

        Attainment row = city(target, JUNE, full(PLACES, FREE, "1", "", "3", ""));

        assertThat(row.obsValue()).contains(new BigDecimal("33.333333333333"));
        assertThat(row.status()).isEqualTo(expected);
    }

    @Test
    void dividesSumsOfPlacesByTheResidentsOfTheCensus() {
        Catalogue ningbo = CatalogueReader.read(Path.of("jobs/ningbo-2023"));
        Period june = Period.month(2023, 6);
        Map<String, String> places = Map.of(
                "330203", "4000",
                "330205", "2000",
                "330211", "2200",
                "330206", "3000",
                "330212", "6000",
                "330213", "2300",
                "330281", "4700",
                "330282", "6500",
                "330226", "2900",
                "330225", "2200");
        List<UnitReport> reports = ningbo.weights().entrySet().stream()
                .map(entry -> report(
                        entry.getKey(),
                        june,
                        new ItemCode("T1008A"),
                        value(places.getOrDefault(entry.getKey().value(), "")),
                        new ItemCode("T1008B"),
                        value(entry.getValue().movePointLeft(4).toPlainString())))
                .toList();

        Attainment row = new AttainmentAssessor(ningbo)
                .assess(june, new RollUp(ningbo).fold(june, reports, History.none())).stream()
                        .filter(a -> a.target().equals(new TargetCode("T1008")))
                        .findFirst()
                        .orElseThrow();

        assertThat(row.levelValue()).contains(new BigDecimal("35800"));
        assertThat(row.denominatorValue()).contains(new BigDecimal("940.4283"));
        // 35 800 places over 9 404 283 residents; the mean of the ten districts would be 3.879
        assertThat(row.obsValue()).contains(new BigDecimal("3.806776125304"));
        assertThat(row.certainty()).isEqualTo(Certainty.COMPLETE);
    }

    @Test
    void growsPerHeadByTheRatioOfSums() {
        Attainment row = city(PER_HEAD, JUNE, full(FLOW, STOCK, "12.1", "11", "4", "4"));

        assertThat(row.obsValue()).contains(new BigDecimal("10.000000000000"));
        assertThat(row.status()).isEqualTo(AttainmentStatus.ON_PACE);
        // one person more, and the same income no longer makes 10 %
        assertThat(city(PER_HEAD, JUNE, full(FLOW, STOCK, "12.1", "11", "4.0001", "4"))
                        .status())
                .isEqualTo(AttainmentStatus.BELOW);
    }

    @Test
    void printsElevenMonthsAs917() {
        Target flow = target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_LEAST, "1200", Pace.LINEAR);

        Attainment row = city(flow, NOVEMBER, full(NOVEMBER, FLOW, "1100", "1000"));

        assertThat(row.pacePercent().setScale(1, RoundingMode.HALF_EVEN)).isEqualTo(new BigDecimal("91.7"));
        assertThat(row.completionPercent()).contains(new BigDecimal("91.666666666667"));
        // eleven twelfths of the target is exactly on pace, though neither side can be written down
        assertThat(row.paceGapPoints().orElseThrow()).isEqualByComparingTo("0");
        assertThat(row.status()).isEqualTo(AttainmentStatus.ON_PACE);
        assertThat(row.projectedValue().orElseThrow()).isEqualByComparingTo("1200");
        assertThat(row.growthPercent().orElseThrow()).isEqualByComparingTo("10");
        assertThat(city(flow, NOVEMBER, full(NOVEMBER, FLOW, "1099.999999999999", "1000"))
                        .status())
                .isEqualTo(AttainmentStatus.NEAR);
    }

    @ParameterizedTest
    @CsvSource({"0,BASE_NOT_POSITIVE", "-3,BASE_NOT_POSITIVE"})
    void computesNoGrowthOverABaseThatIsNotPositive(String base, Obstacle obstacle) {
        Target growth = target(Measure.GROWTH, List.of(PROFIT), TargetComparator.AT_LEAST, "5", Pace.NONE);

        Attainment row = city(
                growth,
                JUNE,
                report(NORTH, JUNE, PROFIT, value("5", base)),
                report(SOUTH, JUNE, PROFIT, value("5", "0")),
                report(EAST, JUNE, PROFIT, value("5", "0")));

        assertThat(row.status()).isEqualTo(AttainmentStatus.CANNOT_ASSESS);
        assertThat(row.obstacle()).isEqualTo(obstacle);
        assertThat(row.obsValue()).isEmpty();
        assertThat(row.growthPercent()).isEmpty();
        assertThat(row.lowValue()).isEmpty();
        assertThat(row.levelValue()).contains(new BigDecimal("15"));
        assertThat(row.certainty()).isEqualTo(Certainty.COMPLETE);
    }

    @Test
    void growsTheUnitsThatGaveBothYears() {
        Attainment row = city(
                GROWTH,
                JUNE,
                report(NORTH, JUNE, FLOW, value("120", "")),
                report(SOUTH, JUNE, FLOW, value("33", "30")),
                report(EAST, JUNE, FLOW, value("77", "70")));

        assertThat(row.obsValue()).contains(new BigDecimal("10.000000000000"));
        assertThat(row.levelValue()).contains(new BigDecimal("110"));
        assertThat(row.priorYearValue()).contains(new BigDecimal("100"));
        assertThat(row.obstacle()).isEqualTo(Obstacle.NONE);
        assertThat(row.reportingRate()).isEqualTo(new BigDecimal("66.666666666667"));
        assertThat(row.certainty()).isEqualTo(Certainty.DEPENDS);
        assertThat(row.dependsOn()).containsExactly(NORTH);
    }

    @Test
    void knowsAGrowthForCertainOnceTheArchiveHasTheYearBefore() {
        Period before = Period.month(JUNE.year() - 1, 6);
        History history = new History(Map.of(), Map.of(NORTH, report(NORTH, before, FLOW, value("100"))));
        Attainment row = city(
                GROWTH,
                JUNE,
                history,
                report(NORTH, JUNE, FLOW, value("120", "")),
                report(SOUTH, JUNE, FLOW, value("33", "30")),
                report(EAST, JUNE, FLOW, value("80", "70")));

        assertThat(row.obsValue()).contains(new BigDecimal("13.000000000000"));
        assertThat(row.lowValue()).isEqualTo(row.highValue()).contains(new BigDecimal("16.500000000000"));
        assertThat(row.reportingRate()).isEqualTo(new BigDecimal("66.666666666667"));
    }

    @Test
    void computesNoGrowthIfNoUnitGaveTheYearBefore() {
        Attainment row = city(
                GROWTH, JUNE, report(NORTH, JUNE, FLOW, value("120", "")), report(SOUTH, JUNE, FLOW, value("33", "")));

        assertThat(row.status()).isEqualTo(AttainmentStatus.CANNOT_ASSESS);
        assertThat(row.obstacle()).isEqualTo(Obstacle.NO_PRIOR_YEAR);
        assertThat(row.levelValue()).contains(new BigDecimal("153"));
        assertThat(row.reportingRate()).isEqualByComparingTo("0");
        assertThat(row.dependsOn()).containsExactly(NORTH, SOUTH, EAST);
    }

    @Test
    void growsPerHeadOverTheUnitsThatGaveAllFour() {
        Attainment row = city(
                PER_HEAD,
                JUNE,
                report(NORTH, JUNE, FLOW, value("500", "100"), STOCK, value("5", "")),
                report(SOUTH, JUNE, FLOW, value("500", ""), STOCK, value("5", "5")),
                report(EAST, JUNE, FLOW, value("12", "10"), STOCK, value("4", "4")));

        assertThat(row.obsValue().orElseThrow()).isEqualByComparingTo("20");
        assertThat(row.denominatorValue()).contains(new BigDecimal("4"));
        assertThat(row.reportingRate()).isEqualTo(new BigDecimal("33.333333333333"));
    }

    @ParameterizedTest
    @CsvSource({"'',NO_DENOMINATOR", "0,DENOMINATOR_NOT_POSITIVE", "-1,DENOMINATOR_NOT_POSITIVE"})
    void computesNoRatioOverADenominatorThatIsNotPositive(String denominator, Obstacle obstacle) {
        Attainment row = city(RATIO, JUNE, report(NORTH, JUNE, PLACES, value("5"), FREE, value(denominator)));

        assertThat(row.status()).isEqualTo(AttainmentStatus.CANNOT_ASSESS);
        assertThat(row.obstacle()).isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource({
        "'',1,1,NO_PRIOR_YEAR",
        "0,1,1,BASE_NOT_POSITIVE",
        "1,1,'',NO_PRIOR_YEAR",
        "1,1,0,DENOMINATOR_NOT_POSITIVE",
        "1,0,1,DENOMINATOR_NOT_POSITIVE"
    })
    void computesNoGrowthPerHeadWithoutBothRatios(
            String prior, String denominator, String priorDenominator, Obstacle obstacle) {
        Attainment row = city(PER_HEAD, JUNE, full(FLOW, STOCK, "5", prior, denominator, priorDenominator));

        assertThat(row.status()).isEqualTo(AttainmentStatus.CANNOT_ASSESS);
        assertThat(row.obstacle()).isEqualTo(obstacle);
    }

    @Test
    void dividesOverTheUnitsThatGaveBothItems() {
        Attainment row = city(
                RATIO,
                JUNE,
                report(NORTH, JUNE, PLACES, value("80"), FREE, value("100")),
                report(SOUTH, JUNE, PLACES, value("70"), FREE, value("")),
                report(EAST, JUNE, PLACES, value("10"), FREE, value("100")),
                report(PORT, JUNE, PLACES, value("1"), FREE, value("1")));

        assertThat(row.obsValue().orElseThrow()).isEqualByComparingTo("45");
        assertThat(row.levelValue()).contains(new BigDecimal("90"));
        assertThat(row.denominatorValue()).contains(new BigDecimal("200"));
        assertThat(row.dependsOn()).containsExactly(SOUTH);
        assertThat(row.reportingRate()).isEqualTo(new BigDecimal("66.666666666667"));
    }

    /** North reports all there is, the others nothing but zeros. */
    private static UnitReport[] full(Period period, ItemCode item, String value, String prior) {
        return new UnitReport[] {
            report(NORTH, period, item, value(value, prior)),
            report(SOUTH, period, item, value("0", "0")),
            report(EAST, period, item, value("0", "0"))
        };
    }

    /** Nothing where the first has a figure, and none where it has none. */
    private static String others(String figure) {
        return figure.isEmpty() ? "" : "0";
    }

    private static UnitReport[] full(
            ItemCode a, ItemCode b, String valueA, String priorA, String valueB, String priorB) {
        return new UnitReport[] {
            report(NORTH, JUNE, a, value(valueA, priorA), b, value(valueB, priorB)),
            report(SOUTH, JUNE, a, value("0", others(priorA)), b, value("0", others(priorB))),
            report(EAST, JUNE, a, value("0", others(priorA)), b, value("0", others(priorB)))
        };
    }
}
