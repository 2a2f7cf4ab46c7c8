package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.Reporter;
import huibao.model.Rule;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks of the city's figures after roll-up (汇总后审核). */
public final class CityChecks {

    private final Catalogue catalogue;

    /** Judges by this job's rules. */
    public CityChecks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Units whose share of the city's sum moved by more percentage points than the job allows, and units
     * that report another's figures. Shares are of the units that reported in both periods, so that a unit
     * missing in one moves nobody's share.
     *
     * @param current figures of the units this period; the city's own among them are not looked at
     * @param previous the same of the period compared with; empty if there is none
     * @return findings without cells, by rule, item and unit in print order
     */
    public List<Finding> check(List<ItemFigure> current, List<ItemFigure> previous) {
        Figures now = new Figures(current);
        Figures before = new Figures(previous);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : catalogue.rulesOf(FindingKind.SHARE_JUMP)) {
            RuleRun.verdicts(() -> shareJumps(new Limits(rule), rule, now, before)).stream()
                    .flatMap(verdict -> RuleRun.finding(rule, verdict).stream())
                    .forEach(findings::add);
        }
        for (Rule rule : catalogue.rulesOf(FindingKind.FORM_COPIED)) {
            RuleRun.verdicts(() -> copies(new Limits(rule), rule, now)).stream()
                    .flatMap(verdict -> RuleRun.finding(rule, verdict).stream())
                    .forEach(findings::add);
        }
        return findings;
    }

    /** Units whose figures are all another unit's: one of them was sent with the other's form. */
    private List<Verdict> copies(Limits limits, Rule rule, Figures now) {
        BigDecimal least = limits.requireNotNegative("figures");
        List<Item> items = catalogue.items().stream()
                .filter(item -> rule.items().contains(item.code()) && item.reporter() == Reporter.DISTRICT)
                .toList();
        List<Verdict> verdicts = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            for (Unit other : catalogue.units()) {
                int same = unit.equals(other) ? 0 : now.countSame(items, unit, other);
                if (same > 0 && BigDecimal.valueOf(same).compareTo(least) >= 0) {
                    verdicts.add(Verdict.failed(
                            List.of(),
                            Map.of(
                                    "found", Integer.toString(same),
                                    "area", unit.code().value(),
                                    "name", unit.nameZh(),
                                    "other", other.nameZh())));
                }
            }
        }
        return verdicts;
    }

    private List<Verdict> shareJumps(Limits limits, Rule rule, Figures now, Figures before) {
        BigDecimal points = limits.requireNotNegative("points");
        List<Verdict> verdicts = new ArrayList<>();
        for (Item item : catalogue.items()) {
            if (!rule.items().contains(item.code()) || item.reporter() != Reporter.DISTRICT) {
                continue;
            }
            List<Unit> units = catalogue.contributorsOf(item).stream()
                    .filter(unit -> now.find(item, unit).isPresent()
                            && before.find(item, unit).isPresent())
                    .toList();
            BigDecimal sumNow = now.sum(item, units);
            BigDecimal sumBefore = before.sum(item, units);
            if (sumNow.signum() <= 0 || sumBefore.signum() <= 0) {
                continue;
            }
            for (Unit unit : units) {
                BigDecimal valueNow = now.find(item, unit).orElseThrow();
                BigDecimal valueBefore = before.find(item, unit).orElseThrow();
                BigDecimal both = sumNow.multiply(sumBefore);
                BigDecimal moved = valueNow.multiply(sumBefore)
                        .subtract(valueBefore.multiply(sumNow))
                        .movePointRight(2);
                if (moved.abs().compareTo(points.multiply(both)) > 0) {
                    verdicts.add(Verdict.failed(
                            item,
                            List.of(),
                            Map.of(
                                    "found", Texts.quotient(valueNow.movePointRight(2), sumNow, 2),
                                    "previous", Texts.quotient(valueBefore.movePointRight(2), sumBefore, 2),
                                    "points", Texts.quotient(moved, both, 2),
                                    "limit", Texts.plain(points),
                                    "area", unit.code().value(),
                                    "other", unit.nameZh())));
                }
            }
        }
        return verdicts;
    }

    /** Values by item and unit. */
    private static final class Figures {

        private final Map<String, BigDecimal> values = new TreeMap<>();

        Figures(List<ItemFigure> figures) {
            figures.forEach(figure -> figure.value()
                    .ifPresent(value -> values.put(key(figure.item().value(), figure.refArea()), value)));
        }

        Optional<BigDecimal> find(Item item, Unit unit) {
            return Optional.ofNullable(values.get(key(item.code().value(), unit.code())));
        }

        BigDecimal sum(Item item, List<Unit> units) {
            return units.stream()
                    .map(unit -> find(item, unit).orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** How many figures that are not zero two units share; 0 if a figure of both differs. */
        int countSame(List<Item> items, Unit one, Unit other) {
            int same = 0;
            for (Item item : items) {
                Optional<BigDecimal> first = find(item, one);
                Optional<BigDecimal> second = find(item, other);
                if (first.isEmpty() || second.isEmpty()) {
                    continue;
                }
                if (first.get().compareTo(second.get()) != 0) {
                    return 0;
                }
                same += first.get().signum() == 0 ? 0 : 1;
            }
            return same;
        }

        private static String key(String item, UnitCode unit) {
            return item + "/" + unit.value();
        }
    }
}
