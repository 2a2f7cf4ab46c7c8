package huibao.attainment;

import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.target;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Frequency;
import huibao.model.ItemValue;
import huibao.model.Measure;
import huibao.model.ObsStatus;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import huibao.rollup.SmallJob;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every measure and comparator at once, on random figures of a quarterly job. */
class AssessorPropertiesTest {

    private static final Period Q2 = Period.quarter(2031, 2);
    private static final Period Q3 = Period.quarter(2031, 3);
    private static final List<UnitCode> DISTRICTS = List.of(NORTH, SOUTH, EAST);

    private static final Catalogue CATALOGUE = SmallJob.catalogue(Frequency.QUARTERLY, targets(), List.of());

    @ParameterizedTest(name = "bounds contain the value once everyone is in, and a certain verdict stands, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void containsTheValueOnceEveryoneIsInAndKeepsCertainVerdicts(long seed) {
        Random random = new Random(seed);
        Map<UnitCode, UnitReport> last = new HashMap<>();
        Map<UnitCode, UnitReport> archive = new HashMap<>();
        List<UnitReport> reports = new ArrayList<>();
        for (UnitCode unit : DISTRICTS) {
            BigDecimal flow = number(random);
            BigDecimal stock = number(random);
            last.put(unit, report(unit, Q2, flow, number(random), stock, number(random)));
            BigDecimal flowBefore = number(random);
            BigDecimal stockBefore = number(random);
            archive.put(unit, report(unit, Q3.yearBefore(), flowBefore, flow, stockBefore, stock));
            // between last quarter's and that continued; within a fifth of last quarter's
            BigDecimal grown = flow.multiply(BigDecimal.valueOf(100 + random.nextInt(51), 2));
            BigDecimal swung = stock.multiply(BigDecimal.valueOf(80 + random.nextInt(41), 2));
            reports.add(report(unit, Q3, grown, flowBefore, swung, stockBefore));
        }
        History history = new History(SmallJob.earlier(last.values().toArray(UnitReport[]::new)), archive);
        List<Attainment> complete = judge(reports, history);
        for (int present = 0; present < 3; present++) {
            List<Attainment> partial = judge(reports.subList(0, present), history);
            for (int i = 0; i < partial.size(); i++) {
                assertStands(partial.get(i), complete.get(i));
            }
        }
    }

    @ParameterizedTest(name = "the order of figures is irrelevant, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnTheOrderOfFigures(long seed) {
        Random random = new Random(seed);
        List<UnitReport> reports = DISTRICTS.stream()
                .map(unit -> report(unit, Q3, number(random), number(random), number(random), number(random)))
                .toList();
        var figures = new ArrayList<>(new RollUp(CATALOGUE).fold(Q3, reports, History.none()));
        List<Attainment> expected = new AttainmentAssessor(CATALOGUE).assess(Q3, figures);
        Collections.shuffle(figures, random);

        assertThat(new AttainmentAssessor(CATALOGUE).assess(Q3, figures)).isEqualTo(expected);
    }

    private static void assertStands(Attainment partial, Attainment complete) {
        assertThat(complete.certainty()).isEqualTo(Certainty.COMPLETE);
        BigDecimal value = complete.obsValue().orElseThrow();
        // the published value itself is rounded, by less than the last decimal
        BigDecimal ulp = new BigDecimal("1e-12");
        partial.lowValue().ifPresent(low -> assertThat(value.add(ulp)).isGreaterThanOrEqualTo(low));
        partial.highValue().ifPresent(high -> assertThat(value.subtract(ulp)).isLessThanOrEqualTo(high));
        AttainmentStatus status = complete.status();
        switch (partial.certainty()) {
            case IMPOSSIBLE -> assertThat(status.isUnfavourable()).isTrue();
            case CERTAIN -> {
                assertThat(status.isUnfavourable()).isFalse();
                if (partial.status() != AttainmentStatus.NO_DATA) {
                    assertThat(status.isFavourable()).isEqualTo(partial.status().isFavourable());
                }
            }
            case DEPENDS -> assertThat(partial.dependsOn()).isNotEmpty();
            case COMPLETE -> assertThat(status).isEqualTo(partial.status());
        }
    }

    private static List<Attainment> judge(List<UnitReport> reports, History history) {
        return new AttainmentAssessor(CATALOGUE)
                .assess(Q3, new RollUp(CATALOGUE).fold(Q3, reports, history)).stream()
                        .filter(row -> row.refArea().equals(CITY) || DISTRICTS.contains(row.refArea()))
                        .toList();
    }

    private static List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (TargetComparator comparator : TargetComparator.values()) {
            for (Pace pace : Pace.values()) {
                targets.add(target(
                        "L-" + comparator.ordinal() + pace.ordinal(),
                        Measure.LEVEL,
                        List.of(pace == Pace.NONE ? STOCK : FLOW),
                        comparator,
                        "1500",
                        pace));
            }
            targets.add(target("G-" + comparator.ordinal(), Measure.GROWTH, List.of(FLOW), comparator, "5", Pace.NONE));
            targets.add(target(
                    "R-" + comparator.ordinal(), Measure.RATIO, List.of(FLOW, STOCK), comparator, "100", Pace.NONE));
            targets.add(target(
                    "H-" + comparator.ordinal(),
                    Measure.GROWTH_PER_HEAD,
                    List.of(FLOW, STOCK),
                    comparator,
                    "5",
                    Pace.NONE));
        }
        return targets;
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(9_000_000), 4);
    }

    private static UnitReport report(
            UnitCode unit, Period period, BigDecimal flow, BigDecimal flowPrior, BigDecimal stock, BigDecimal prior) {
        return new UnitReport(unit, period, Map.of(FLOW, value(flow, flowPrior), STOCK, value(stock, prior)));
    }

    private static ItemValue value(BigDecimal value, BigDecimal prior) {
        return new ItemValue(Optional.of(value), Optional.of(prior), Optional.empty(), ObsStatus.A);
    }
}
