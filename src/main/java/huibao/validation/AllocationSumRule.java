package huibao.validation;

import huibao.catalogue.Catalogue;
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
        return run.ofLevels(target -> new Split(run.catalogue(), target));
    }

    private static final class Split implements CityCheck {

        private final Catalogue catalogue;
        private final Target target;
        private Optional<BigDecimal> sum = Optional.empty();

        Split(Catalogue catalogue, Target target) {
            this.catalogue = catalogue;
            this.target = target;
        }

        @Override
        public void sum(UnitFigures unit) {
            if (unit.unit().kind() == UnitKind.DISTRICT) {
                catalogue
                        .findAllocation(target.code(), unit.unit().code())
                        .map(Allocation::value)
                        .ifPresent(
                                share -> sum = Optional.of(sum.map(share::add).orElse(share)));
            }
        }

        @Override
        public List<Verdict> verdicts() {
            return sum.filter(this::fallsShort).map(this::verdict).stream().toList();
        }

        /** Whether districts that just meet their allocations leave the city without its target. */
        private boolean fallsShort(BigDecimal allocated) {
            int comparison = allocated.compareTo(target.value());
            return switch (target.comparator()) {
                case AT_LEAST, MORE_THAN, HOLD_AT -> comparison < 0;
                case AT_MOST -> comparison > 0;
                case EXACTLY -> comparison != 0;
            };
        }

        private Verdict verdict(BigDecimal allocated) {
            return new ConcernedUnits()
                    .failed(
                            catalogue.requireItem(target.items().get(0)),
                            Map.of(
                                    "name", target.nameZh(),
                                    "unit", target.unitMeasure(),
                                    "found", Texts.plain(allocated),
                                    "expected", Texts.plain(target.value())));
        }
    }
}
