package huibao.sample;

import huibao.catalogue.Catalogue;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Synthetic figures for any job: city totals near its targets, split over districts by the job's weights,
 * coming in over the year, and in keeping with the relations its rules state. The seed decides everything.
 */
public final class SampleFigures {

    private final Catalogue catalogue;
    private final Dice dice;
    private final CityYear city;
    private final UnitYear year;
    private final SampleMilestones milestones;

    public SampleFigures(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.dice = new Dice(seed);
        this.city = new CityYear(catalogue, dice);
        this.year = new UnitYear(catalogue, dice, city);
        this.milestones = new SampleMilestones(catalogue, dice);
    }

    /**
     * What a unit reports for a period.
     *
     * @throws IllegalArgumentException if the job does not report periods of this length
     */
    public SampleForm form(Unit unit, Period period) {
        if (period.frequency() != catalogue.settings().frequency()) {
            throw new IllegalArgumentException(
                    period + ": the job reports " + catalogue.settings().frequency());
        }
        Map<ItemCode, SampleForm.Row> rows =
                unit.kind() == UnitKind.ZONE ? zoneRows(unit, period.number()) : ownRows(unit, period.number());
        return new SampleForm(rows, milestones.of(unit, period));
    }

    private Map<ItemCode, SampleForm.Row> ownRows(Unit unit, int period) {
        Map<ItemCode, SampleForm.Row> rows = new LinkedHashMap<>();
        for (Item item : catalogue.itemsFor(unit)) {
            BigDecimal value = inRange(item, year.value(item, unit, period));
            Optional<BigDecimal> prior = item.asksPriorYear()
                    ? Optional.of(inRange(item, year.priorYear(item, unit, period)))
                    : Optional.empty();
            Optional<BigDecimal> forecast = Optional.of(inRange(item, year.forecast(item, unit, period)));
            rows.put(item.code(), new SampleForm.Row(value, prior, forecast));
        }
        for (Rule rule : catalogue.rulesOf(FindingKind.BALANCE)) {
            balance(rows, rule);
        }
        for (Rule rule : catalogue.rulesOf(FindingKind.PART_EXCEEDS_WHOLE)) {
            limit(rows, parameter(rule, "part"), parameter(rule, "whole"));
        }
        for (Item item : catalogue.itemsFor(unit)) {
            city.wholeOf(item).ifPresent(whole -> limit(rows, item.code(), whole.code()));
        }
        return rows;
    }

    /** A fixed share of the host, rounded down: also the sum of all its zones stays within it. */
    private Map<ItemCode, SampleForm.Row> zoneRows(Unit zone, int period) {
        UnitCode host = zone.host().orElseThrow();
        int sisters = catalogue.zonesOf(host).size();
        int perMille = Math.min(dice.between(150, 250, "share", zone.code()), 900 / sisters);
        Map<ItemCode, SampleForm.Row> rows = new LinkedHashMap<>();
        ownRows(catalogue.requireUnit(host), period).forEach((code, row) -> {
            int decimals = catalogue.requireItem(code).decimals();
            rows.put(
                    code,
                    new SampleForm.Row(
                            share(row.value(), perMille, decimals),
                            row.priorYear().map(value -> share(value, perMille, decimals)),
                            row.forecast().map(value -> share(value, perMille, decimals))));
        });
        for (Rule rule : catalogue.rulesOf(FindingKind.BALANCE)) {
            balance(rows, rule);
        }
        return rows;
    }

    private static BigDecimal share(BigDecimal value, int perMille, int decimals) {
        return value.multiply(BigDecimal.valueOf(perMille)).movePointLeft(3).setScale(decimals, RoundingMode.DOWN);
    }

    private BigDecimal inRange(Item item, BigDecimal value) {
        BigDecimal above = catalogue
                .limit(FindingKind.RANGE, item.code(), "min")
                .map(value::max)
                .orElse(value);
        return catalogue
                .limit(FindingKind.RANGE, item.code(), "max")
                .map(above::min)
                .orElse(above)
                .setScale(item.decimals(), RoundingMode.DOWN);
    }

    private void balance(Map<ItemCode, SampleForm.Row> rows, Rule rule) {
        ItemCode whole = parameter(rule, "whole");
        List<SampleForm.Row> parts =
                List.of(Optional.ofNullable(rule.parameters().get("parts"))
                                .orElse("")
                                .split("\\+"))
                        .stream()
                        .map(part -> new ItemCode(part.strip()))
                        .filter(rows::containsKey)
                        .map(part -> Optional.ofNullable(rows.get(part)).orElseThrow())
                        .toList();
        int decimals = catalogue.requireItem(whole).decimals();
        rows.computeIfPresent(
                whole,
                (code, row) -> new SampleForm.Row(
                        sum(parts.stream().map(SampleForm.Row::value).toList(), decimals),
                        row.priorYear()
                                .map(ignored -> sum(
                                        parts.stream()
                                                .flatMap(part -> part.priorYear().stream())
                                                .toList(),
                                        decimals)),
                        row.forecast()
                                .map(ignored -> sum(
                                        parts.stream()
                                                .flatMap(part -> part.forecast().stream())
                                                .toList(),
                                        decimals))));
    }

    private static void limit(Map<ItemCode, SampleForm.Row> rows, ItemCode part, ItemCode whole) {
        Optional<SampleForm.Row> bound = Optional.ofNullable(rows.get(whole));
        bound.ifPresent(top -> rows.computeIfPresent(
                part,
                (code, row) -> new SampleForm.Row(
                        row.value().min(top.value()),
                        row.priorYear()
                                .map(value -> top.priorYear().map(value::min).orElse(value)),
                        row.forecast()
                                .map(value -> top.forecast().map(value::min).orElse(value)))));
    }

    private static BigDecimal sum(List<BigDecimal> values, int decimals) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(decimals, RoundingMode.DOWN);
    }

    private static ItemCode parameter(Rule rule, String name) {
        return new ItemCode(
                Optional.ofNullable(rule.parameters().get(name)).orElseThrow().strip());
    }
}
