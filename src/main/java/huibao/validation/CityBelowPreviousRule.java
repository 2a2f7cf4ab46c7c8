package huibao.validation;

import huibao.model.Accumulation;
import java.util.List;
import java.util.Map;

/** The city's cumulated sum does not fall; if it does, the units are named whose own figures fell. */
final class CityBelowPreviousRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        return run.ofDistrictItems(item -> new BothPeriods(item) {

            private final ConcernedUnits fallen = new ConcernedUnits();

            private boolean fell() {
                return item.accumulation() == Accumulation.YTD && now().compareTo(before()) < 0;
            }

            @Override
            public void compare(UnitFigures unit) {
                if (fell() && counts(unit) && now(unit).compareTo(before(unit)) < 0) {
                    fallen.add(unit.unit(), unit.now(item));
                }
            }

            @Override
            public List<RuleResult> results() {
                return fell()
                        ? List.of(fallen.failed(
                                item, Map.of("found", Texts.plain(now()), "previous", Texts.plain(before()))))
                        : List.of();
            }
        });
    }
}
