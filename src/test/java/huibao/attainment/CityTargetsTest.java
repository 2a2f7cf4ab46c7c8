package huibao.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Attainment;
import huibao.model.ItemFigure;
import huibao.model.Reporter;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.rollup.RandomCity;
import huibao.rollup.RollUp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cities made by chance: sums, who is missing and ranks against sets of units and against counting all others. */
class CityTargetsTest {

    private static final int CITIES = 12;
    private static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    @ParameterizedTest(name = "is over the units that gave everything a value is made of, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isOverTheUnitsThatGaveEverything(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CITIES; i++) {
            World world = new World(random);
            CityTargets targets = world.targets(world.units());
            for (Target target : world.catalogue.targets()) {
                assertSame(
                        target,
                        Parts.of(target, world.city(), targets.coverage(target)),
                        world.plain(target, world.city().area(), world.contributors(target)));
                for (AreaFigures unit : world.units()) {
                    if (target.level() == Reporter.DISTRICT
                            && !unit.area().equals(world.city().area())) {
                        assertSame(
                                target,
                                Parts.of(target, unit, Coverage.of(target, world.catalogue.placeOf(unit.area()), unit)),
                                world.plain(target, unit.area(), List.of(unit.area())));
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "ranks as counting all that are better does, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ranksAsCountingAllThatAreBetterDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CITIES; i++) {
            World world = new World(random);
            PublishedValue published = new PublishedValue(world.catalogue);
            CityTargets targets = world.targets(world.units());
            for (Target target : world.catalogue.targets()) {
                Map<UnitCode, BigDecimal> printed = new HashMap<>();
                for (Unit unit : world.catalogue.ofKind(UnitKind.DISTRICT)) {
                    if (target.level() == Reporter.DISTRICT) {
                        published
                                .of(
                                        target,
                                        world.plain(target, unit.code(), List.of(unit.code()))
                                                .sums())
                                .ifPresent(value -> printed.put(
                                        unit.code(), value.setScale(published.printedDecimals(target), ROUNDING)));
                    }
                }
                for (Unit unit : world.catalogue.units()) {
                    assertThat(targets.rank(target, unit.code())).isEqualTo(rank(target, unit.code(), printed));
                }
            }
        }
    }

    @ParameterizedTest(name = "assesses unit by unit, in any order and grouping, as all at once, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void assessesUnitByUnitAsAllAtOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CITIES; i++) {
            World world = new World(random);
            AttainmentAssessor assessor = new AttainmentAssessor(world.catalogue);
            List<AreaFigures> shuffled = new ArrayList<>(world.units());
            Collections.shuffle(shuffled, random);
            int half = random.nextInt(shuffled.size());
            CityTargets targets = world.targets(shuffled.subList(0, half));
            targets.add(world.targets(shuffled.subList(half, shuffled.size())));

            List<Attainment> rows = Stream.concat(
                            assessor.assessCity(world.random.period(), world.city(), targets).stream(),
                            world.units().stream()
                                    .flatMap(
                                            unit -> assessor.assessUnit(world.random.period(), unit, targets).stream()))
                    .toList();

            List<ItemFigure> all = new ArrayList<>(world.all);
            Collections.shuffle(all, random);
            assertThat(rows).containsExactlyElementsOf(assessor.assess(world.random.period(), all));
        }
    }

    @ParameterizedTest(name = "takes no unit twice, seed {0}")
    @ValueSource(longs = {1})
    void takesNoUnitTwice(long seed) {
        World world = new World(new Random(seed));
        CityTargets targets = world.targets(world.units());

        assertThatThrownBy(() -> targets.add(world.units().get(0)))
                .hasMessage(
                        "%s: its figures are in the city's already",
                        world.units().get(0).area());
        assertThatThrownBy(() -> targets.add(targets)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSame(Target target, Parts parts, PlainCoverage plain) {
        assertThat(parts.sums()).as(target.toString()).isEqualTo(plain.sums());
        assertThat(parts.coverage().isWhole()).isEqualTo(plain.isWhole());
        assertThat(parts.coverage().missingUnits()).containsExactlyElementsOf(plain.missing());
        assertThat(parts.coverage().reportingRate(ROUNDING)).isEqualTo(plain.reportingRate(ROUNDING));
    }

    private static OptionalInt rank(Target target, UnitCode unit, Map<UnitCode, BigDecimal> printed) {
        BigDecimal own = printed.get(unit);
        if (own == null) {
            return OptionalInt.empty();
        }
        int better = target.comparator().largerIsBetter() ? 1 : -1;
        return OptionalInt.of(1
                + (int) printed.values().stream()
                        .filter(other -> Integer.signum(other.compareTo(own)) == better)
                        .count());
    }

    /** A city and its figures. */
    private static final class World {

        private final RandomCity random;
        private final Catalogue catalogue;
        private final List<ItemFigure> all;

        World(Random random) {
            this.random = new RandomCity(random, 1 + random.nextInt(14));
            this.catalogue = this.random.catalogue();
            this.all = new RollUp(catalogue).fold(this.random.period(), this.random.reports(), this.random.history());
        }

        AreaFigures city() {
            UnitCode city = catalogue.city().code();
            return AreaFigures.of(
                    city,
                    all.stream().filter(figure -> figure.refArea().equals(city)).toList());
        }

        /** Each unit's own figures, in print order. */
        List<AreaFigures> units() {
            return catalogue.units().stream()
                    .map(unit -> AreaFigures.of(
                            unit.code(),
                            catalogue.itemsFor(unit).stream()
                                    .map(item -> all.stream()
                                            .filter(figure -> figure.refArea().equals(unit.code())
                                                    && figure.item().equals(item.code()))
                                            .findFirst()
                                            .orElseThrow())
                                    .toList()))
                    .toList();
        }

        CityTargets targets(List<AreaFigures> units) {
            CityTargets targets = new CityTargets(catalogue);
            units.forEach(targets::add);
            return targets;
        }

        List<UnitCode> contributors(Target target) {
            return catalogue.contributorsOf(catalogue.requireItem(target.items().get(0))).stream()
                    .map(Unit::code)
                    .toList();
        }

        PlainCoverage plain(Target target, UnitCode area, List<UnitCode> units) {
            return new PlainCoverage(
                    target.items().stream()
                            .map(item -> find(area, item.value()))
                            .toList(),
                    target.items().stream()
                            .map(item -> units.stream()
                                    .map(unit -> find(unit, item.value()))
                                    .toList())
                            .toList(),
                    target.measure().comparesYears());
        }

        private ItemFigure find(UnitCode area, String item) {
            return all.stream()
                    .filter(figure -> figure.refArea().equals(area)
                            && figure.item().value().equals(item))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
