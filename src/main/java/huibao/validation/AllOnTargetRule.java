package huibao.validation;

import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Not all districts stand exactly at their allocations, if at least so many of them reported. */
final class AllOnTargetRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal fewest = run.limits().require("min_units");
        return run.ofLevels(target -> new All(new ExactUnits(run.catalogue(), target), fewest));
    }

    private record All(ExactUnits exact, BigDecimal fewest) implements CityCheck {

        @Override
        public void sum(UnitFigures unit) {
            if (unit.unit().kind() == UnitKind.DISTRICT) {
                exact.add(unit);
            }
        }

        @Override
        public List<Verdict> verdicts() {
            if (!exact.areAllDistricts(fewest)) {
                return List.of();
            }
            ConcernedUnits concerned = new ConcernedUnits();
            BigDecimal sum = BigDecimal.ZERO;
            for (ExactUnits.Exact one : exact.units()) {
                concerned.add(one.unit(), one.figure());
                sum = sum.add(one.figure().value().orElseThrow());
            }
            return List.of(concerned.failed(exact.item(), Map.of("found", Texts.plain(sum))));
        }
    }
}
