package huibao.attainment;

import static huibao.rollup.SmallJob.CARGO;
import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.FREE;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.PROFIT;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.target;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Frequency;
import huibao.model.Interval;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.Measure;
import huibao.model.ObsStatus;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.model.YearEnd.Outlook;
import huibao.rollup.History;
import huibao.rollup.ReportSeries;
import huibao.rollup.RollUp;
import huibao.rollup.SmallJob;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole cities made by chance: any month, any comparator, units that never reported, gaps in forms of this
 * month and of earlier ones, so that an item's last figure is older than its unit's last form, and years
 * before that are known of some units only. The missing units then report anything that was assumed of
 * them.
 */
@Tag("long")
class WholeCityPropertiesTest {

    private static final int CITIES_PER_SEED = 130;
    private static final List<UnitCode> UNITS = List.of(NORTH, SOUTH, EAST, CITY);
    private static final List<ItemCode> OF_DISTRICTS = List.of(FLOW, PROFIT, STOCK, FREE);
    private static final BigDecimal ULP = new BigDecimal("1e-12");

    private static final Catalogue CATALOGUE = SmallJob.catalogue(Frequency.MONTHLY, targets(), List.of());

    @ParameterizedTest(name = "130 cities, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void boundsHoldWhateverTheMissingThenReportAndReportsNeverWidenThem(long seed) {
        Random random = new Random(seed);
        for (int city = 0; city < CITIES_PER_SEED; city++) {
            World world = new World(random);
            List<List<Attainment>> states = new ArrayList<>();
            states.add(world.judge());
            while (world.closeAGap()) {
                states.add(world.judge());
            }
            List<Attainment> complete = states.get(states.size() - 1);
            for (int i = 0; i < states.size(); i++) {
                String at = "seed " + seed + ", city " + city + ", gap " + i + ", ";
                for (int row = 0; row < complete.size(); row++) {
                    Attainment last = complete.get(row);
                    Supplier<String> which = () -> at + last.target();
                    assertStands(which, states.get(i).get(row), complete.get(row));
                    if (i > 0) {
                        assertNarrower(
                                which, states.get(i - 1).get(row), states.get(i).get(row));
                    }
                }
            }
        }
    }

    private static void assertStands(Supplier<String> which, Attainment partial, Attainment complete) {
        assertThat(complete.certainty()).as(which).isEqualTo(Certainty.COMPLETE);
        assertThat(complete.assumptions()).as(which).isEmpty();
        if (partial.certainty() != Certainty.COMPLETE) {
            assertThat(partial.assumptions()).as(which).isNotEmpty();
        }
        if (complete.obsValue().isEmpty()) {
            return;
        }
        BigDecimal value = complete.obsValue().get();
        // a rate is published rounded, by less than its last decimal
        partial.lowValue().ifPresent(low -> assertThat(value.add(ULP)).as(which).isGreaterThanOrEqualTo(low));
        partial.highValue()
                .ifPresent(high -> assertThat(value.subtract(ULP)).as(which).isLessThanOrEqualTo(high));
        AttainmentStatus status = complete.status();
        switch (partial.certainty()) {
            case IMPOSSIBLE -> assertThat(status.isUnfavourable()).as(which).isTrue();
            case CERTAIN -> {
                assertThat(status.isUnfavourable()).as(which).isFalse();
                if (partial.status() != AttainmentStatus.NO_DATA) {
                    assertThat(status.isFavourable())
                            .as(which)
                            .isEqualTo(partial.status().isFavourable());
                }
            }
            case DEPENDS -> assertThat(partial.dependsOn()).as(which).isNotEmpty();
            case COMPLETE -> assertThat(partial).as(which).isEqualTo(complete);
        }
        assertYearEndStands(which, partial, complete);
    }

    /** What is done or lost stays so, and nobody needs more in the end than was said at the most. */
    private static void assertYearEndStands(Supplier<String> which, Attainment partial, Attainment complete) {
        Outlook said = partial.yearEnd().outlook();
        if (said == Outlook.DONE || said == Outlook.LOST || said == Outlook.NOT_APPLICABLE) {
            assertThat(complete.yearEnd().outlook()).as(which).isEqualTo(said);
        }
        boolean capped = CATALOGUE.requireTarget(complete.target()).comparator() == TargetComparator.AT_MOST;
        partial.yearEnd()
                .neededPerPeriod()
                .ifPresent(most -> complete.yearEnd()
                        .neededPerPeriod()
                        .ifPresent(needed -> assertThat(capped ? needed : most)
                                .as(which)
                                .isGreaterThanOrEqualTo((capped ? most : needed).subtract(ULP))));
    }

    private static void assertNarrower(Supplier<String> which, Attainment before, Attainment after) {
        before.lowValue()
                .ifPresent(low -> assertThat(
                                after.lowValue().orElse(after.obsValue().orElse(low)))
                        .as(which)
                        .isGreaterThanOrEqualTo(low.subtract(ULP)));
        before.highValue()
                .ifPresent(high -> assertThat(
                                after.highValue().orElse(after.obsValue().orElse(high)))
                        .as(which)
                        .isLessThanOrEqualTo(high.add(ULP)));
    }

    private static List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (TargetComparator comparator : TargetComparator.values()) {
            String no = String.valueOf(comparator.ordinal());
            targets.add(level("FLOW-" + no, FLOW, comparator, Pace.LINEAR));
            targets.add(level("LUMPY-" + no, FLOW, comparator, Pace.LUMPY));
            targets.add(level("PROFIT-" + no, PROFIT, comparator, Pace.LINEAR));
            targets.add(level("STOCK-" + no, STOCK, comparator, Pace.NONE));
            targets.add(level("FREE-" + no, FREE, comparator, Pace.NONE));
            targets.add(level("CARGO-" + no, CARGO, comparator, Pace.LINEAR));
            targets.add(target("GROWTH-" + no, Measure.GROWTH, List.of(FLOW), comparator, "5", Pace.NONE));
            targets.add(target("RATIO-" + no, Measure.RATIO, List.of(FLOW, STOCK), comparator, "100", Pace.NONE));
            targets.add(
                    target("HEAD-" + no, Measure.GROWTH_PER_HEAD, List.of(FLOW, STOCK), comparator, "5", Pace.NONE));
        }
        return targets;
    }

    private static Target level(String code, ItemCode item, TargetComparator comparator, Pace pace) {
        return target(code, Measure.LEVEL, List.of(item), comparator, "1500", pace);
    }

    /** A city of which some units are still to report, one after the other, what was assumed of them. */
    private static final class World {

        private final Random random;
        private final Period period;
        private final History history;
        private final Map<UnitCode, Map<ItemCode, ItemValue>> reported = new HashMap<>();
        private final List<Gap> gaps = new ArrayList<>();

        private record Gap(UnitCode unit, ItemCode item) {}

        World(Random random) {
            this.random = random;
            this.period = Period.month(2031, 2 + random.nextInt(11));
            this.history = new History(
                    earlier(1 + random.nextInt(period.number() - 1)),
                    some(period.yearBefore()),
                    some(period.yearBefore().lastOfYear()));
            for (UnitCode unit : UNITS) {
                boolean absent = random.nextInt(3) == 0;
                Map<ItemCode, ItemValue> values = new HashMap<>();
                for (ItemCode item : itemsOf(unit)) {
                    if (absent || random.nextInt(6) == 0) {
                        gaps.add(new Gap(unit, item));
                    } else {
                        values.put(item, value(figure(item), figure(item)));
                    }
                }
                reported.put(unit, values);
            }
            Collections.shuffle(gaps, random);
        }

        /** What some units reported of some of the months before a month. */
        private Map<UnitCode, ReportSeries> earlier(int last) {
            Map<UnitCode, List<UnitReport>> reports = new HashMap<>();
            for (int month = last; month >= 1 && month > last - 3; month--) {
                some(Period.month(2031, month))
                        .forEach((unit, report) -> reports.computeIfAbsent(unit, code -> new ArrayList<>())
                                .add(report));
            }
            Map<UnitCode, ReportSeries> series = new HashMap<>();
            reports.forEach((unit, all) -> series.put(unit, new ReportSeries(all)));
            return series;
        }

        List<Attainment> judge() {
            return new AttainmentAssessor(CATALOGUE)
                    .assess(period, fold()).stream()
                            .filter(row -> row.refArea().equals(CITY))
                            .toList();
        }

        /** The next missing figure comes in, anywhere within what is assumed of it, ends included. */
        boolean closeAGap() {
            if (gaps.isEmpty()) {
                return false;
            }
            Gap gap = gaps.remove(0);
            ItemFigure figure = fold().stream()
                    .filter(one ->
                            one.item().equals(gap.item()) && one.refArea().equals(gap.unit()))
                    .findFirst()
                    .orElseThrow();
            Assumption assumption = figure.assumptions().get(0);
            assertThat(assumption.unit()).isEqualTo(gap.unit());
            assertThat(assumption.since()).isEqualTo(newestMonthWithAFigure(gap));
            reported.get(gap.unit())
                    .put(gap.item(), value(within(assumption.range()), within(figure.priorYearBounds())));
            return true;
        }

        private Optional<Period> newestMonthWithAFigure(Gap gap) {
            return history.earlierOf(gap.unit()).reports().stream()
                    .filter(report -> report.valueOf(gap.item()).value().isPresent())
                    .map(UnitReport::period)
                    .max(Comparator.naturalOrder());
        }

        private List<ItemFigure> fold() {
            List<UnitReport> reports = new ArrayList<>();
            reported.forEach((unit, values) -> {
                if (!values.isEmpty()) {
                    reports.add(new UnitReport(unit, period, values));
                }
            });
            return new RollUp(CATALOGUE).fold(period, reports, history);
        }

        /** Rounded inward, so that a figure with an end is still within the range. */
        private BigDecimal within(Interval range) {
            BigDecimal low =
                    range.low().map(end -> end.divided(RoundingMode.CEILING)).orElse(new BigDecimal("-5000"));
            BigDecimal high = range.high()
                    .map(end -> end.divided(RoundingMode.FLOOR))
                    .orElse(low.max(BigDecimal.ZERO).add(new BigDecimal("5000")));
            BigDecimal share = BigDecimal.valueOf(random.nextInt(11), 1);
            return low.add(high.subtract(low).multiply(share));
        }

        private Map<UnitCode, UnitReport> some(Period of) {
            Map<UnitCode, UnitReport> reports = new HashMap<>();
            for (UnitCode unit : UNITS) {
                if (random.nextInt(4) > 0) {
                    Map<ItemCode, ItemValue> values = new HashMap<>();
                    for (ItemCode item : itemsOf(unit)) {
                        if (random.nextInt(8) > 0) {
                            values.put(item, value(figure(item), figure(item)));
                        }
                    }
                    reports.put(unit, new UnitReport(unit, of, values));
                }
            }
            return reports;
        }

        private BigDecimal figure(ItemCode item) {
            int number = 1 + random.nextInt(9_000_000);
            return BigDecimal.valueOf(item.equals(PROFIT) ? number - 3_000_000 : number, 4);
        }

        private static List<ItemCode> itemsOf(UnitCode unit) {
            return unit.equals(CITY) ? List.of(CARGO) : OF_DISTRICTS;
        }

        private static ItemValue value(BigDecimal value, BigDecimal prior) {
            return new ItemValue(Optional.of(value), Optional.of(prior), Optional.empty(), ObsStatus.A);
        }
    }
}
