package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cumulated figure that stands is not below that of the period before which was corrected since, nor is its 上年同期:
 * the form itself was judged against what stood then.
 */
final class BelowCorrectedRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        return run.ofItems(item -> new Check(item));
    }

    private static final class Check implements CityCheck {

        private final Item item;
        private final List<RuleResult> results = new ArrayList<>();

        Check(Item item) {
            this.item = item;
        }

        @Override
        public void sum(UnitFigures unit) {
            if (item.accumulation() == Accumulation.YTD) {
                StandingFigure now = unit.now(item);
                StandingFigure corrected = unit.corrected(item);
                compare(unit, Texts.VALUE, now.value(), corrected.value());
                compare(unit, Texts.PRIOR_YEAR, now.priorYear(), corrected.priorYear());
            }
        }

        private void compare(
                UnitFigures unit, String column, Optional<BigDecimal> now, Optional<BigDecimal> corrected) {
            if (now.isPresent()
                    && corrected.filter(then -> now.get().compareTo(then) < 0).isPresent()) {
                results.add(ConcernedUnits.failed(
                        item,
                        unit.unit(),
                        unit.now(item),
                        Map.of(
                                "column", column,
                                "found", Texts.plain(now.get()),
                                "previous", Texts.plain(corrected.get()))));
            }
        }

        @Override
        public List<RuleResult> results() {
            return results;
        }
    }
}
