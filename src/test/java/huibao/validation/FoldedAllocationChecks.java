package huibao.validation;

import huibao.model.Allocation;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures against the district split of the targets (目标分解), for targets that are levels. */
final class FoldedAllocationChecks {

    private FoldedAllocationChecks() {}

    private record Share(Unit unit, BigDecimal allocated, Optional<BigDecimal> value) {

        /** To the last digit; an allocation of nothing is met by doing nothing. */
        boolean isExactly() {
            return allocated.signum() != 0
                    && value.filter(known -> known.compareTo(allocated) == 0).isPresent();
        }
    }

    /** Districts that all stand exactly at their allocations, if at least so many of them reported. */
    static List<RuleResult> allOnTarget(Limits limits, FoldedCityFigures figures) {
        BigDecimal fewest = limits.require("min_units");
        List<RuleResult> results = new ArrayList<>();
        for (Target target : targets(limits, figures)) {
            List<Share> reported = reported(target, figures);
            if (allExactly(reported, fewest)) {
                Item item = item(target, figures);
                List<Unit> units = reported.stream().map(Share::unit).toList();
                results.add(figures.failed(
                        item, units, Map.of("found", Texts.plain(figures.now().sum(item, units)))));
            }
        }
        return results;
    }

    /** A unit that stands exactly at its allocation, unless all do and that is said of them together. */
    static List<RuleResult> onTarget(Limits limits, FoldedCityFigures figures) {
        List<RuleResult> results = new ArrayList<>();
        for (Target target : targets(limits, figures)) {
            Item item = item(target, figures);
            boolean saidTogether = figures.catalogue().rulesOf(FindingKind.ALL_ON_TARGET).stream()
                    .filter(rule -> rule.items().contains(item.code()))
                    .anyMatch(rule -> allExactly(reported(target, figures), new Limits(rule).require("min_units")));
            shares(target, figures).stream()
                    .filter(Share::isExactly)
                    .filter(share -> !saidTogether || share.unit().kind() != UnitKind.DISTRICT)
                    .map(share -> figures.failed(
                            item, List.of(share.unit()), Map.of("found", Texts.plain(share.allocated()))))
                    .forEach(results::add);
        }
        return results;
    }

    /** Allocations of the districts that do not add up to what the city promised; zones are part of their hosts. */
    static List<RuleResult> allocationSum(Limits limits, FoldedCityFigures figures) {
        List<RuleResult> results = new ArrayList<>();
        for (Target target : targets(limits, figures)) {
            List<BigDecimal> allocated = shares(target, figures).stream()
                    .filter(share -> share.unit().kind() == UnitKind.DISTRICT)
                    .map(Share::allocated)
                    .toList();
            BigDecimal sum = allocated.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!allocated.isEmpty() && fallsShort(target.comparator(), sum.compareTo(target.value()))) {
                results.add(FoldedCityFigures.failed(
                        item(target, figures),
                        List.of(),
                        List.of(),
                        Map.of(
                                "name", target.nameZh(),
                                "unit", target.unitMeasure(),
                                "found", Texts.plain(sum),
                                "expected", Texts.plain(target.value()))));
            }
        }
        return results;
    }

    /** Whether districts that just meet their allocations leave the city without its target. */
    private static boolean fallsShort(TargetComparator comparator, int comparison) {
        return switch (comparator) {
            case AT_LEAST, MORE_THAN, HOLD_AT -> comparison < 0;
            case AT_MOST -> comparison > 0;
            case EXACTLY -> comparison != 0;
        };
    }

    private static boolean allExactly(List<Share> reported, BigDecimal fewest) {
        return BigDecimal.valueOf(reported.size()).compareTo(fewest) >= 0
                && reported.stream().allMatch(Share::isExactly);
    }

    private static List<Target> targets(Limits limits, FoldedCityFigures figures) {
        return figures.catalogue().targets().stream()
                .filter(target -> target.measure() == Measure.LEVEL
                        && limits.rule().items().contains(target.items().get(0)))
                .toList();
    }

    private static Item item(Target target, FoldedCityFigures figures) {
        return figures.catalogue().requireItem(target.items().get(0));
    }

    private static List<Share> reported(Target target, FoldedCityFigures figures) {
        return shares(target, figures).stream()
                .filter(share -> share.unit().kind() == UnitKind.DISTRICT
                        && share.value().isPresent())
                .toList();
    }

    /** In print order of the units. */
    private static List<Share> shares(Target target, FoldedCityFigures figures) {
        Item item = item(target, figures);
        return figures.catalogue().units().stream()
                .flatMap(unit -> figures
                        .catalogue()
                        .findAllocation(target.code(), unit.code())
                        .map(Allocation::value)
                        .map(value -> new Share(unit, value, figures.now().value(item, unit)))
                        .stream())
                .toList();
    }
}
