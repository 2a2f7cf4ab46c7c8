package huibao.validation;

import huibao.model.Item;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Units' figures of one period against each other. */
final class FoldedAcrossUnitsChecks {

    private FoldedAcrossUnitsChecks() {}

    /** One figure in several districts; a figure of few digits may well be the same by chance. */
    static List<RuleResult> sameFigures(Limits limits, FoldedCityFigures figures) {
        BigDecimal fewest = limits.require("min_units");
        BigDecimal digits = limits.require("min_digits");
        List<RuleResult> results = new ArrayList<>();
        for (Item item : figures.districtItems(limits.rule())) {
            Map<BigDecimal, List<Unit>> alike = new LinkedHashMap<>();
            for (Unit unit : figures.catalogue().contributorsOf(item)) {
                figures.now()
                        .value(item, unit)
                        .map(BigDecimal::stripTrailingZeros)
                        .filter(value -> value.signum() != 0
                                && BigDecimal.valueOf(value.precision()).compareTo(digits) >= 0)
                        .ifPresent(value -> alike.computeIfAbsent(value, same -> new ArrayList<>())
                                .add(unit));
            }
            alike.forEach((value, units) -> {
                if (units.size() > 1 && BigDecimal.valueOf(units.size()).compareTo(fewest) >= 0) {
                    results.add(figures.failed(item, units, Map.of("found", Texts.plain(value))));
                }
            });
        }
        return results;
    }

    /**
     * Zones against their hosts, on what stands now: a form is compared with what stood when it was judged,
     * and so only the later of the two is.
     */
    static List<RuleResult> zonesWithinHosts(Limits limits, FoldedCityFigures figures) {
        List<RuleResult> results = new ArrayList<>();
        for (Item item : figures.districtItems(limits.rule())) {
            for (Unit host : figures.catalogue().ofKind(UnitKind.DISTRICT)) {
                Optional<BigDecimal> whole = figures.now().value(item, host);
                List<Unit> zones = figures.catalogue().zonesOf(host.code()).stream()
                        .filter(zone -> figures.now().has(item, zone))
                        .toList();
                BigDecimal sum = figures.now().sum(item, zones);
                if (whole.isEmpty()
                        || zones.isEmpty()
                        || sum.subtract(whole.get()).compareTo(Rounding.ofParts(item, zones.size())) <= 0) {
                    continue;
                }
                List<Unit> concerned = new ArrayList<>(List.of(host));
                concerned.addAll(zones);
                results.add(figures.failed(
                        item,
                        concerned,
                        Map.of(
                                "found", Texts.plain(sum),
                                "whole", Texts.plain(whole.get()),
                                "part", zones.stream().map(Unit::nameZh).collect(Collectors.joining("、")),
                                "other", host.nameZh())));
            }
        }
        return results;
    }
}
