package huibao.validation;

import huibao.model.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The city's growth does not change its sign by more percentage points than the job allows. */
final class CityGrowthTurnedRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal points = run.limits().requireNotNegative("points");
        return run.ofDistrictItems(item -> new Growth(item, points));
    }

    private static final class Growth extends BothPeriods {

        private final BigDecimal points;
        private BigDecimal nowBase = BigDecimal.ZERO;
        private BigDecimal beforeBase = BigDecimal.ZERO;

        Growth(Item item, BigDecimal points) {
            super(item);
            this.points = points;
        }

        @Override
        public void sum(UnitFigures unit) {
            Optional<BigDecimal> base = unit.now(item()).priorYear();
            Optional<BigDecimal> baseBefore = unit.before(item()).priorYear();
            if (base.isPresent() && baseBefore.isPresent() && unit.countsInBoth(item())) {
                super.sum(unit);
                nowBase = nowBase.add(base.get());
                beforeBase = beforeBase.add(baseBefore.get());
            }
        }

        @Override
        public List<Verdict> verdicts() {
            if (nowBase.signum() <= 0 || beforeBase.signum() <= 0) {
                return List.of();
            }
            BigDecimal both = nowBase.multiply(beforeBase);
            BigDecimal moved = now().multiply(beforeBase)
                    .subtract(before().multiply(nowBase))
                    .movePointRight(2);
            boolean turned = now().compareTo(nowBase) * before().compareTo(beforeBase) < 0;
            return turned && moved.abs().compareTo(points.multiply(both)) > 0
                    ? List.of(new ConcernedUnits()
                            .failed(
                                    item(),
                                    Map.of(
                                            "found", Texts.changePercent(now(), nowBase),
                                            "previous", Texts.changePercent(before(), beforeBase),
                                            "limit", Texts.plain(points))))
                    : List.of();
        }
    }
}
