package huibao.validation;

import huibao.model.Allocation;
import huibao.model.Target;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The districts' allocations add up to what the city promised; zones are part of their hosts. */
final class AllocationSumRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        return run.ofLevels(target -> new CityCheck() {

            private Optional<BigDecimal> sum = Optional.empty();

            @Override
            public void sum(UnitFigures unit) {
                if (unit.unit().kind() == UnitKind.DISTRICT) {
                    run.catalogue()
                            .findAllocation(target.code(), unit.unit().code())
                            .map(Allocation::value)
                            .ifPresent(share ->
                                    sum = Optional.of(sum.map(share::add).orElse(share)));
                }
            }

            @Override
            public List<RuleResult> results() {
                return sum.filter(allocated -> fallsShort(target, allocated)).stream()
                        .map(allocated -> new ConcernedUnits()
                                .failed(
                                        run.catalogue()
                                                .requireItem(target.items().get(0)),
                                        Map.of(
                                                "name", target.nameZh(),
                                                "unit", target.unitMeasure(),
                                                "found", Texts.plain(allocated),
                                                "expected", Texts.plain(target.value()))))
                        .toList();
            }
        });
    }

    /** Whether districts that just meet their allocations leave the city without its target. */
    private static boolean fallsShort(Target target, BigDecimal allocated) {
        int comparison = allocated.compareTo(target.value());
        return switch (target.comparator()) {
            case AT_LEAST, MORE_THAN, HOLD_AT -> comparison < 0;
            case AT_MOST -> comparison > 0;
            case EXACTLY -> comparison != 0;
        };
    }
}
