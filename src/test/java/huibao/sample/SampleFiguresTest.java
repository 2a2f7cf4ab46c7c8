package huibao.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.model.Accumulation;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MilestoneState;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFiguresTest {

    private final Catalogue catalogue = CatalogueReader.read(Path.of("jobs/ningbo-2023"));

    @Test
    void sameSeedGivesTheSameForms() {
        Unit unit = catalogue.units().get(4);
        Period june = Period.month(2023, 6);
        assertThat(new SampleFigures(catalogue, 7).form(unit, june))
                .isEqualTo(new SampleFigures(catalogue, 7).form(unit, june))
                .isNotEqualTo(new SampleFigures(catalogue, 8).form(unit, june));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2023, 99})
    void asksAndAnswersTheSameItemsWithTheirDecimals(long seed) {
        for (Unit unit : catalogue.units()) {
            Map<ItemCode, SampleForm.Row> rows = new SampleFigures(catalogue, seed)
                    .form(unit, Period.month(2023, 6))
                    .rows();
            assertThat(List.copyOf(rows.keySet()))
                    .isEqualTo(catalogue.itemsFor(unit).stream().map(Item::code).toList());
            rows.forEach((code, row) -> {
                Item item = catalogue.requireItem(code);
                assertThat(row.value()).isNotNegative();
                assertThat(row.value().scale()).isEqualTo(item.decimals());
                assertThat(row.priorYear().isPresent()).isEqualTo(item.asksPriorYear());
                assertThat(row.forecast().orElseThrow()).isGreaterThanOrEqualTo(row.value());
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2023, 99})
    void noCumulatedFigureFallsAndNoStockJumps(long seed) {
        SampleFigures figures = new SampleFigures(catalogue, seed);
        for (Unit unit : catalogue.units()) {
            Map<ItemCode, SampleForm.Row> before = Map.of();
            for (Period period : catalogue.periods()) {
                Map<ItemCode, SampleForm.Row> now = figures.form(unit, period).rows();
                for (ItemCode code : before.keySet()) {
                    BigDecimal was = before.get(code).value();
                    BigDecimal is = now.get(code).value();
                    if (catalogue.requireItem(code).accumulation() == Accumulation.YTD) {
                        assertThat(is)
                                .as("%s %s %s", unit.nameZh(), code, period)
                                .isGreaterThanOrEqualTo(was);
                        assertThat(now.get(code).priorYear().orElseThrow())
                                .isGreaterThanOrEqualTo(
                                        before.get(code).priorYear().orElseThrow());
                    } else {
                        assertThat(is.subtract(was).abs().multiply(new BigDecimal("20")))
                                .as("%s %s %s", unit.nameZh(), code, period)
                                .isLessThanOrEqualTo(was);
                    }
                    assertNoSlip(is, was, unit + " " + code + " " + period);
                }
                before = now;
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2023, 99})
    void yearOnYearChangeStaysWithinAQuarter(long seed) {
        SampleFigures figures = new SampleFigures(catalogue, seed);
        for (Unit unit : catalogue.units()) {
            for (Period period : catalogue.periods()) {
                figures.form(unit, period)
                        .rows()
                        .forEach((code, row) -> row.priorYear().ifPresent(prior -> {
                            if (catalogue.requireItem(code).decimals() > 0 && prior.compareTo(BigDecimal.ONE) >= 0) {
                                assertThat(row.value().divide(prior, 6, RoundingMode.HALF_UP))
                                        .as("%s %s %s", unit.nameZh(), code, period)
                                        .isBetween(new BigDecimal("0.75"), new BigDecimal("1.25"));
                            }
                            assertNoSlip(row.value(), prior, unit + " " + code + " " + period);
                        }));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2023, 99})
    void zonesTogetherStayWithinTheirHost(long seed) {
        SampleFigures figures = new SampleFigures(catalogue, seed);
        for (Unit host : catalogue.ofKind(UnitKind.DISTRICT)) {
            for (Period period : catalogue.periods()) {
                Map<ItemCode, SampleForm.Row> whole = figures.form(host, period).rows();
                List<SampleForm> zones = catalogue.zonesOf(host.code()).stream()
                        .map(zone -> figures.form(zone, period))
                        .toList();
                whole.forEach((code, row) -> assertThat(zones.stream()
                                .map(zone -> zone.rows().get(code).value())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isLessThanOrEqualTo(row.value()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2023, 99})
    void partsAndRatiosKeepToTheRules(long seed) {
        SampleFigures figures = new SampleFigures(catalogue, seed);
        for (Unit unit : catalogue.units()) {
            if (unit.kind() == UnitKind.CITY) {
                continue;
            }
            for (Period period : catalogue.periods()) {
                Map<ItemCode, SampleForm.Row> rows = figures.form(unit, period).rows();
                catalogue
                        .rulesOf(FindingKind.PART_EXCEEDS_WHOLE)
                        .forEach(
                                rule -> assertThat(value(rows, rule.parameters().get("part")))
                                        .isLessThanOrEqualTo(
                                                value(rows, rule.parameters().get("whole"))));
                catalogue
                        .rulesOf(FindingKind.RATIO_BOUNDS)
                        .forEach(rule -> assertThat(value(
                                                rows, rule.parameters().get("numerator"))
                                        .multiply(
                                                new BigDecimal(rule.parameters().get("scale")))
                                        .divide(
                                                value(rows, rule.parameters().get("denominator")),
                                                6,
                                                RoundingMode.HALF_UP))
                                .isBetween(
                                        new BigDecimal(rule.parameters().get("min")),
                                        new BigDecimal(rule.parameters().get("max"))));
                assertThat(value(rows, "T0709")).isLessThanOrEqualTo(BigDecimal.ONE);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2023, 99})
    void noDistrictsShareOfTheCityJumps(long seed) {
        SampleFigures figures = new SampleFigures(catalogue, seed);
        Map<String, BigDecimal> before = Map.of();
        for (Period period : catalogue.periods()) {
            Map<String, BigDecimal> now = shares(figures, period);
            before.forEach(
                    (name, share) -> assertThat(now.get(name).subtract(share).abs())
                            .as("%s %s", name, period)
                            .isLessThan(new BigDecimal("0.02")));
            before = now;
        }
    }

    @Test
    void cityTotalsEndNearTheirTargetsSomeAboveAndSomeBelow() {
        SampleFigures figures = new SampleFigures(catalogue, 2023);
        Period december = Period.month(2023, 12);
        Set<Boolean> reached = catalogue.targets().stream()
                .filter(target -> target.measure() == huibao.model.Measure.LEVEL)
                .map(target -> {
                    ItemCode code = target.items().get(0);
                    BigDecimal total = catalogue.contributorsOf(catalogue.requireItem(code)).stream()
                            .map(unit -> figures.form(unit, december)
                                    .rows()
                                    .get(code)
                                    .value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(total)
                            .as(code.value())
                            .isBetween(
                                    target.value().multiply(new BigDecimal("0.2")),
                                    target.value().multiply(new BigDecimal("2")));
                    return target.comparator().holds(total, target.value());
                })
                .collect(Collectors.toSet());
        assertThat(reached).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void milestonesOnlyMoveForwardAndSayTheyAreExamples() {
        SampleFigures figures = new SampleFigures(catalogue, 2023);
        Map<huibao.model.MilestoneCode, SampleForm.Entry> january =
                figures.form(catalogue.city(), Period.month(2023, 1)).milestones();
        Map<huibao.model.MilestoneCode, SampleForm.Entry> december =
                figures.form(catalogue.city(), Period.month(2023, 12)).milestones();
        assertThat(december)
                .hasSameSizeAs(catalogue.milestonesFor(catalogue.city()))
                .allSatisfy((code, entry) -> {
                    assertThat(entry.state())
                            .isGreaterThanOrEqualTo(january.get(code).state());
                    assertThat(entry.evidence()).matches(entry.state() == MilestoneState.NOT_STARTED ? "" : "示例：.+");
                });
        assertThat(december.values()).extracting(SampleForm.Entry::state).contains(MilestoneState.COMPLETED);
    }

    @Test
    void refusesAPeriodTheJobDoesNotReport() {
        SampleFigures figures = new SampleFigures(catalogue, 1);
        assertThatThrownBy(() -> figures.form(catalogue.city(), Period.quarter(2023, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2023-Q2");
    }

    private static BigDecimal value(Map<ItemCode, SampleForm.Row> rows, String item) {
        return rows.get(new ItemCode(item)).value();
    }

    private Map<String, BigDecimal> shares(SampleFigures figures, Period period) {
        Map<Unit, SampleForm> forms = catalogue.ofKind(UnitKind.DISTRICT).stream()
                .collect(Collectors.toMap(unit -> unit, unit -> figures.form(unit, period)));
        Map<String, BigDecimal> shares = new HashMap<>();
        for (Item item : catalogue.itemsFor(catalogue.units().get(0))) {
            if (item.accumulation() == Accumulation.YTD && item.decimals() > 0) {
                BigDecimal total = forms.values().stream()
                        .map(form -> value(form.rows(), item.code().value()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                forms.forEach((unit, form) -> shares.put(
                        unit.nameZh() + " " + item.code(),
                        value(form.rows(), item.code().value()).divide(total, 6, RoundingMode.HALF_UP)));
            }
        }
        return shares;
    }

    /** Neither value may look like the other in a unit of measure ten times as large. */
    private static void assertNoSlip(BigDecimal value, BigDecimal other, String where) {
        if (value.signum() > 0 && other.signum() > 0) {
            assertThat(value.divide(other, 6, RoundingMode.HALF_UP))
                    .as(where)
                    .isBetween(new BigDecimal("0.15"), new BigDecimal("6.9"));
        }
    }
}
