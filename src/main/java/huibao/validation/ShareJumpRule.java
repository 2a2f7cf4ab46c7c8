package huibao.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** No unit's share of the city's sum moves by more percentage points than the job allows. */
final class ShareJumpRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal points = run.limits().requireNotNegative("points");
        return run.ofDistrictItems(item -> new BothPeriods(item) {

            private final List<RuleResult> results = new ArrayList<>();

            @Override
            public void compare(UnitFigures unit) {
                if (!counts(unit) || now().signum() <= 0 || before().signum() <= 0) {
                    return;
                }
                BigDecimal both = now().multiply(before());
                BigDecimal moved = now(unit)
                        .multiply(before())
                        .subtract(before(unit).multiply(now()))
                        .movePointRight(2);
                if (moved.abs().compareTo(points.multiply(both)) > 0) {
                    results.add(ConcernedUnits.failed(
                            item,
                            unit.unit(),
                            unit.now(item),
                            Map.of(
                                    "found", Texts.quotient(now(unit).movePointRight(2), now(), 2),
                                    "previous", Texts.quotient(before(unit).movePointRight(2), before(), 2),
                                    "points", Texts.quotient(moved, both, 2),
                                    "limit", Texts.plain(points))));
                }
            }

            @Override
            public List<RuleResult> results() {
                return results;
            }
        });
    }
}
