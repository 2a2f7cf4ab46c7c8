package huibao.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Not all districts stand exactly at their allocations, if at least so many of them reported. */
final class AllOnTargetRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal fewest = run.limits().require("min_units");
        return run.ofLevels(target -> new ExactUnits(run.catalogue(), target) {

            @Override
            public List<RuleResult> results() {
                if (!areAllDistricts(fewest)) {
                    return List.of();
                }
                ConcernedUnits districts = new ConcernedUnits();
                BigDecimal sum = BigDecimal.ZERO;
                for (Exact one : units()) {
                    if (one.isDistrict()) {
                        districts.add(one.unit(), one.figure());
                        sum = sum.add(one.figure().value().orElseThrow());
                    }
                }
                return List.of(districts.failed(item, Map.of("found", Texts.plain(sum))));
            }
        });
    }
}
