package huibao.rollup;

import static huibao.rollup.AlikeFigures.assertAlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.model.AreaFigures;
import huibao.model.Item;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cities made by chance, added up in any order and grouping, against each figure folded from all reports at once. */
class CityFiguresTest {

    private static final int CITIES = 12;

    @ParameterizedTest(name = "comes to what all reports folded at once come to, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToWhatAllReportsFoldedAtOnceComeTo(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CITIES; i++) {
            RandomCity city = new RandomCity(random, 1 + random.nextInt(14));
            List<UnitReport> reports = city.reports();
            History history = city.history();

            assertThat(new RollUp(city.catalogue()).fold(city.period(), reports, history))
                    .containsExactlyElementsOf(new PlainFold(city.catalogue()).fold(city.period(), reports, history));
        }
    }

    @ParameterizedTest(name = "neither order nor grouping matters, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToTheSameInAnyOrderAndGrouping(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CITIES; i++) {
            RandomCity city = new RandomCity(random, 1 + random.nextInt(14));
            List<AreaFigures> units = new ArrayList<>(figures(city).values());
            AreaFigures inOrder = sum(city, units).figures();

            Collections.shuffle(units, random);
            assertThat(sum(city, units).figures()).isEqualTo(inOrder);
            assertThat(merged(city, units, random).figures()).isEqualTo(inOrder);
        }
    }

    @ParameterizedTest(name = "partials add up in any order and grouping, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partialsAddUpInAnyOrderAndGrouping(long seed) {
        Random random = new Random(seed);
        RandomCity city = new RandomCity(random, 12);
        Map<UnitCode, AreaFigures> figures = figures(city);
        for (Item item : city.catalogue().items()) {
            List<Partial> partials = city.catalogue().contributorsOf(item).stream()
                    .map(unit -> Partial.of(
                            city.catalogue().placeOf(unit.code()),
                            figures.get(unit.code()).require(item.code())))
                    .collect(Collectors.toCollection(ArrayList::new));
            Partial all = partials.stream().reduce(Partial.NONE, Partial::plus);
            for (int split = 0; split < 20; split++) {
                Collections.shuffle(partials, random);
                int first = random.nextInt(partials.size() + 1);
                int second = first + random.nextInt(partials.size() - first + 1);
                Partial a = sum(partials.subList(0, first));
                Partial b = sum(partials.subList(first, second));
                Partial c = sum(partials.subList(second, partials.size()));

                assertThat(a.plus(b).plus(c)).isEqualTo(all);
                assertThat(a.plus(b.plus(c))).isEqualTo(all);
                assertThat(c.plus(b).plus(a)).isEqualTo(all);
                assertThat(all.plus(Partial.NONE)).isEqualTo(all);
                assertAlike(all.minus(b).figure(item, SmallJob.CITY), a.plus(c).figure(item, SmallJob.CITY));
            }
        }
    }

    @ParameterizedTest(name = "replaces one unit's figure as if all were folded again, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void replacesOneUnitsFigureAsIfAllWereFoldedAgain(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CITIES; i++) {
            RandomCity city = new RandomCity(random, 1 + random.nextInt(14));
            List<UnitReport> reports = city.reports();
            History history = city.history();
            Map<UnitCode, AreaFigures> before = figures(city, reports, history);
            CityFigures sum = sum(city, before.values());
            List<Unit> units = city.catalogue().units().stream()
                    .filter(unit -> unit.kind() != UnitKind.ZONE)
                    .toList();
            Unit unit = units.get(random.nextInt(units.size()));
            UnitReport other = city.report(unit, city.period());
            List<UnitReport> instead = new ArrayList<>(reports);
            instead.removeIf(report -> report.unit().equals(unit.code()));
            instead.add(other);
            AreaFigures own = figureOf(before, unit);
            AreaFigures changed = figureOf(figures(city, instead, history), unit);

            AreaFigures expected = AreaFigures.of(
                    SmallJob.CITY,
                    new PlainFold(city.catalogue())
                            .fold(city.period(), instead, history).stream()
                                    .filter(figure -> figure.refArea().equals(SmallJob.CITY))
                                    .toList());
            assertAlike(sum.replacing(own, changed), expected);
            changed.figures()
                    .forEach(figure -> assertAlike(
                            sum.replacing(own.require(figure.item()), figure), expected.require(figure.item())));
            sum.remove(own);
            sum.add(changed);
            assertAlike(sum.figures(), expected);
        }
    }

    @ParameterizedTest(name = "takes no unit twice, seed {0}")
    @ValueSource(longs = {1, 2})
    void takesNoUnitTwice(long seed) {
        RandomCity city = new RandomCity(new Random(seed), 3);
        AreaFigures unit = figureOf(figures(city), city.catalogue().units().get(0));
        CityFigures sum = new CityFigures(city.catalogue());
        sum.add(unit);

        assertThatThrownBy(() -> sum.add(unit)).hasMessage("%s: its figures are in the city's already", unit.area());
        assertThatThrownBy(() -> sum.add(sum)).isInstanceOf(IllegalArgumentException.class);
        sum.remove(unit);
        assertThatThrownBy(() -> sum.remove(unit)).hasMessage("%s: its figures are not in the city's", unit.area());
    }

    private static CityFigures merged(RandomCity city, List<AreaFigures> units, Random random) {
        if (units.size() < 2) {
            return sum(city, units);
        }
        int at = random.nextInt(units.size());
        CityFigures merged = merged(city, units.subList(at, units.size()), new Random(random.nextLong()));
        merged.add(sum(city, units.subList(0, at)));
        return merged;
    }

    private static CityFigures sum(RandomCity city, Iterable<AreaFigures> units) {
        CityFigures sum = new CityFigures(city.catalogue());
        units.forEach(sum::add);
        return sum;
    }

    private static Partial sum(List<Partial> partials) {
        return partials.stream().reduce(Partial.NONE, Partial::plus);
    }

    private static Map<UnitCode, AreaFigures> figures(RandomCity city) {
        return figures(city, city.reports(), city.history());
    }

    private static Map<UnitCode, AreaFigures> figures(RandomCity city, List<UnitReport> reports, History history) {
        RollUp rollUp = new RollUp(city.catalogue());
        Map<UnitCode, AreaFigures> figures = new HashMap<>();
        for (Unit unit : city.catalogue().units()) {
            Optional<UnitReport> report = reports.stream()
                    .filter(one -> one.unit().equals(unit.code()))
                    .findFirst();
            figures.put(unit.code(), rollUp.figuresOf(city.period(), unit, report, history.of(unit.code())));
        }
        return figures;
    }

    private static AreaFigures figureOf(Map<UnitCode, AreaFigures> figures, Unit unit) {
        return Optional.ofNullable(figures.get(unit.code())).orElseThrow();
    }
}
