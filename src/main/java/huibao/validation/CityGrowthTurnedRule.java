package huibao.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The city's growth does not change its sign by more percentage points than the job allows. */
final class CityGrowthTurnedRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal points = run.limits().requireNotNegative("points");
        return run.ofDistrictItems(item -> new BothPeriods(item) {

            private BigDecimal nowBase = BigDecimal.ZERO;
            private BigDecimal beforeBase = BigDecimal.ZERO;

            @Override
            boolean counts(UnitFigures unit) {
                return super.counts(unit)
                        && unit.now(item).priorYear().isPresent()
                        && unit.before(item).priorYear().isPresent();
            }

            @Override
            void add(UnitFigures unit) {
                super.add(unit);
                nowBase = nowBase.add(unit.now(item).priorYear().orElseThrow());
                beforeBase = beforeBase.add(unit.before(item).priorYear().orElseThrow());
            }

            @Override
            public List<RuleResult> results() {
                BigDecimal both = nowBase.multiply(beforeBase);
                BigDecimal moved = now().multiply(beforeBase)
                        .subtract(before().multiply(nowBase))
                        .movePointRight(2);
                boolean bases = nowBase.signum() > 0 && beforeBase.signum() > 0;
                boolean turned = now().compareTo(nowBase) * before().compareTo(beforeBase) < 0;
                return bases && turned && moved.abs().compareTo(points.multiply(both)) > 0
                        ? List.of(new ConcernedUnits()
                                .failed(
                                        item,
                                        Map.of(
                                                "found", Texts.changePercent(now(), nowBase),
                                                "previous", Texts.changePercent(before(), beforeBase),
                                                "limit", Texts.plain(points))))
                        : List.of();
            }
        });
    }
}
