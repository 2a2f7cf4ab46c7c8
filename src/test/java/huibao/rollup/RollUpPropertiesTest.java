package huibao.rollup;

import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.PROFIT;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.model.Fraction;
import huibao.model.Frequency;
import huibao.model.Interval;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollUpPropertiesTest {

    private static final Period MAY = Period.month(2031, 5);
    private static final Period AUGUST = Period.month(2031, 8);
    private static final List<UnitCode> DISTRICTS = List.of(NORTH, SOUTH, EAST);
    private static final List<ItemCode> ITEMS = List.of(FLOW, PROFIT, STOCK);

    private static final Catalogue CATALOGUE = SmallJob.catalogue(Frequency.MONTHLY, List.of(), List.of());
    private static final RollUp ROLL_UP = new RollUp(CATALOGUE);

    @ParameterizedTest(name = "the order of reports is irrelevant, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfReports(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        List<UnitReport> shuffled = new ArrayList<>(world.reports.values());
        Collections.shuffle(shuffled, random);

        assertThat(ROLL_UP.fold(AUGUST, shuffled, world.history()))
                .isEqualTo(ROLL_UP.fold(AUGUST, List.copyOf(world.reports.values()), world.history()));
    }

    @ParameterizedTest(name = "the districts add up to the city, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsDistrictsUpToTheCity(long seed) {
        World world = new World(new Random(seed));
        world.reports.remove(SOUTH);
        List<ItemFigure> figures = ROLL_UP.fold(AUGUST, List.copyOf(world.reports.values()), world.history());

        for (ItemCode item : ITEMS) {
            Interval bounds = DISTRICTS.stream()
                    .map(unit -> find(figures, unit, item).valueBounds())
                    .reduce(Interval.exactly(BigDecimal.ZERO), Interval::plus);
            BigDecimal sum = DISTRICTS.stream()
                    .flatMap(unit -> find(figures, unit, item).value().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            ItemFigure city = find(figures, CITY, item);
            assertThat(city.value().orElseThrow()).isEqualByComparingTo(sum);
            assertThat(city.valueBounds()).isEqualTo(bounds);
        }
    }

    @ParameterizedTest(name = "splitting a district changes no sum, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesNoSumWhenADistrictIsSplit(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        List<ItemFigure> whole = ROLL_UP.fold(AUGUST, List.copyOf(world.reports.values()), History.none());

        UnitCode west = new UnitCode("W");
        Map<ItemCode, ItemValue> kept = new HashMap<>();
        Map<ItemCode, ItemValue> split = new HashMap<>();
        world.reports.get(NORTH).values().forEach((item, value) -> {
            BigDecimal part = number(random, 0, 500);
            BigDecimal priorPart = number(random, 0, 500);
            split.put(item, value(part, priorPart));
            kept.put(
                    item,
                    value(
                            value.value().orElseThrow().subtract(part),
                            value.priorYear().orElseThrow().subtract(priorPart)));
        });
        List<UnitReport> reports = List.of(
                new UnitReport(NORTH, AUGUST, kept),
                new UnitReport(west, AUGUST, split),
                world.reports.get(SOUTH),
                world.reports.get(EAST));
        List<ItemFigure> parts = new RollUp(with(west)).fold(AUGUST, reports, History.none());

        for (ItemCode item : ITEMS) {
            ItemFigure before = find(whole, CITY, item);
            ItemFigure after = find(parts, CITY, item);
            assertThat(after.value().orElseThrow())
                    .isEqualByComparingTo(before.value().orElseThrow());
            assertThat(after.priorYear().orElseThrow())
                    .isEqualByComparingTo(before.priorYear().orElseThrow());
        }
    }

    @ParameterizedTest(name = "bounds contain whatever missing units then report, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void containsWhateverTheMissingUnitsThenReport(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        List<UnitCode> missing = DISTRICTS.subList(0, 1 + random.nextInt(3));
        List<ItemFigure> before = ROLL_UP.fold(
                AUGUST,
                world.reports.values().stream()
                        .filter(report -> !missing.contains(report.unit()))
                        .toList(),
                world.history());

        for (int trial = 0; trial < 20; trial++) {
            missing.forEach(unit -> world.reports.put(unit, world.allowed(unit)));
            List<ItemFigure> after = ROLL_UP.fold(AUGUST, List.copyOf(world.reports.values()), world.history());
            for (ItemCode item : ITEMS) {
                assertContains(
                        find(before, CITY, item).valueBounds(),
                        find(after, CITY, item).value().orElseThrow());
                assertContains(
                        find(before, CITY, item).priorYearBounds(),
                        find(after, CITY, item).priorYear().orElseThrow());
            }
        }
    }

    @ParameterizedTest(name = "the city's end is the exact sum of what its units continue to, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsContinuedFiguresExactly(long seed) {
        Random random = new Random(seed);
        BigDecimal march = number(random, 1, 900);
        BigDecimal may = number(random, 1, 900);
        BigDecimal july = number(random, 1, 900);
        Map<UnitCode, ReportSeries> last = SmallJob.earlier(
                SmallJob.report(NORTH, Period.month(2031, 3), FLOW, value(march, march)),
                SmallJob.report(SOUTH, MAY, FLOW, value(may, may)),
                SmallJob.report(EAST, Period.month(2031, 7), FLOW, value(july, july)));

        Interval bounds = find(ROLL_UP.fold(AUGUST, List.of(), new History(last, Map.of())), CITY, FLOW)
                .valueBounds();

        // 8/3, 8/5 and 8/7 over 105
        BigDecimal sum = march.multiply(BigDecimal.valueOf(280))
                .add(may.multiply(BigDecimal.valueOf(168)))
                .add(july.multiply(BigDecimal.valueOf(120)));
        assertThat(bounds.high().orElseThrow().compareTo(new Fraction(sum, BigDecimal.valueOf(105))))
                .isZero();
        assertThat(bounds.low().orElseThrow().compareTo(march.add(may).add(july)))
                .isZero();
    }

    @ParameterizedTest(name = "more reports never widen bounds, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverWidensBoundsWithMoreReports(long seed) {
        World world = new World(new Random(seed));
        DISTRICTS.forEach(unit -> world.reports.put(unit, world.allowed(unit)));
        List<UnitReport> reports = new ArrayList<>();
        List<ItemFigure> before = ROLL_UP.fold(AUGUST, reports, world.history());
        for (UnitCode unit : DISTRICTS) {
            reports.add(Optional.ofNullable(world.reports.get(unit)).orElseThrow());
            List<ItemFigure> after = ROLL_UP.fold(AUGUST, reports, world.history());
            for (ItemCode item : ITEMS) {
                assertWithin(
                        find(before, CITY, item).valueBounds(),
                        find(after, CITY, item).valueBounds());
                assertWithin(
                        find(before, CITY, item).priorYearBounds(),
                        find(after, CITY, item).priorYearBounds());
            }
            before = after;
        }
        before.stream()
                .filter(figure -> figure.refArea().equals(CITY) && ITEMS.contains(figure.item()))
                .forEach(figure -> assertThat(figure.valueBounds().isExact()).isTrue());
    }

    private static void assertContains(Interval bounds, BigDecimal value) {
        bounds.low().ifPresent(low -> assertThat(low.compareTo(value)).isNotPositive());
        bounds.high().ifPresent(high -> assertThat(high.compareTo(value)).isNotNegative());
    }

    private static void assertWithin(Interval outer, Interval inner) {
        outer.low()
                .ifPresent(low ->
                        assertThat(inner.low().orElseThrow().compareTo(low)).isNotNegative());
        outer.high()
                .ifPresent(high ->
                        assertThat(inner.high().orElseThrow().compareTo(high)).isNotPositive());
    }

    private static ItemFigure find(List<ItemFigure> figures, UnitCode area, ItemCode item) {
        return figures.stream()
                .filter(f -> f.refArea().equals(area) && f.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(Random random, int from, int to) {
        return BigDecimal.valueOf(from * 10_000L + random.nextInt((to - from) * 10_000), 4);
    }

    private static ItemValue value(BigDecimal value, BigDecimal prior) {
        return new ItemValue(Optional.of(value), Optional.of(prior), Optional.empty(), ObsStatus.A);
    }

    private static Catalogue with(UnitCode district) {
        Unit unit = new Unit(district, "W", "W", "W", UnitKind.DISTRICT, Optional.empty(), 6, List.of());
        return new Catalogue(
                CATALOGUE.settings(),
                Stream.concat(CATALOGUE.units().stream(), Stream.of(unit)).toList(),
                CATALOGUE.items(),
                CATALOGUE.targets(),
                CATALOGUE.milestones(),
                CATALOGUE.allocations(),
                CATALOGUE.rules(),
                CATALOGUE.deadlines(),
                CATALOGUE.milestoneDeadlines(),
                CATALOGUE.weights(),
                CATALOGUE.hash(),
                CATALOGUE.formHash());
    }

    /**
     * Earlier reports, of which an item's last figure may be of any month while later ones leave it out; the
     * archive of August a year before, and August's reports of all districts.
     */
    private static final class World {

        private final Random random;
        private final Map<UnitCode, Map<ItemCode, Integer>> lastMonth = new HashMap<>();
        private final Map<UnitCode, ReportSeries> earlier = new HashMap<>();
        private final Map<UnitCode, UnitReport> archive = new HashMap<>();
        private final Map<UnitCode, UnitReport> reports = new LinkedHashMap<>();

        World(Random random) {
            this.random = random;
            for (UnitCode unit : DISTRICTS) {
                lastMonth.put(unit, new HashMap<>());
                ITEMS.forEach(item -> months(unit).put(item, 1 + random.nextInt(7)));
                earlier.put(
                        unit,
                        new ReportSeries(IntStream.rangeClosed(1, 7)
                                .mapToObj(month -> upTo(unit, Period.month(2031, month)))
                                .toList()));
                archive.put(unit, any(unit, AUGUST.yearBefore()));
                reports.put(unit, any(unit, AUGUST));
            }
        }

        History history() {
            return new History(earlier, archive);
        }

        /** A report the assumptions allow, ends included now and then; its prior year is the archive's. */
        UnitReport allowed(UnitCode unit) {
            Map<ItemCode, ItemValue> values = new HashMap<>();
            for (ItemCode item : ITEMS) {
                int month = requireNonNull(months(unit).get(item));
                BigDecimal last = requireNonNull(earlier.get(unit)).of(Period.month(2031, month)).stream()
                        .flatMap(report -> report.valueOf(item).value().stream())
                        .findFirst()
                        .orElseThrow();
                BigDecimal yearBefore = figure(archive, unit, item);
                BigDecimal continued = last.multiply(BigDecimal.valueOf(8))
                        .divide(BigDecimal.valueOf(month), new MathContext(40, RoundingMode.DOWN));
                values.put(
                        item,
                        value(
                                item.equals(STOCK)
                                        ? between(
                                                last.multiply(new BigDecimal("0.8")),
                                                last.multiply(new BigDecimal("1.2")))
                                        : between(
                                                last.min(continued),
                                                last.max(continued).max(yearBefore)),
                                yearBefore));
            }
            return new UnitReport(unit, AUGUST, values);
        }

        private BigDecimal between(BigDecimal low, BigDecimal high) {
            BigDecimal share = BigDecimal.valueOf(random.nextInt(11), 1);
            return low.add(high.subtract(low).multiply(share));
        }

        private Map<ItemCode, Integer> months(UnitCode unit) {
            return requireNonNull(lastMonth.get(unit));
        }

        /** A report without the items that were last reported before it. */
        private UnitReport upTo(UnitCode unit, Period period) {
            Map<ItemCode, ItemValue> values = new HashMap<>(any(unit, period).values());
            values.replaceAll((item, value) -> requireNonNull(months(unit).get(item)) < period.number()
                    ? new ItemValue(Optional.empty(), value.priorYear(), Optional.empty(), ObsStatus.O)
                    : value);
            return new UnitReport(unit, period, values);
        }

        private UnitReport any(UnitCode unit, Period period) {
            Map<ItemCode, ItemValue> values = new HashMap<>();
            for (ItemCode item : ITEMS) {
                int from = item.equals(PROFIT) ? -900 : 1;
                values.put(item, value(number(random, from, 900), number(random, from, 900)));
            }
            return new UnitReport(unit, period, values);
        }

        private static BigDecimal figure(Map<UnitCode, UnitReport> reports, UnitCode unit, ItemCode item) {
            return Optional.ofNullable(reports.get(unit))
                    .flatMap(report -> report.valueOf(item).value())
                    .orElseThrow();
        }
    }
}
