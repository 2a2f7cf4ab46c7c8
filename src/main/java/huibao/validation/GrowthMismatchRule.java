package huibao.validation;

import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Observation;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 同比% as typed against value ÷ prior year − 1, in percentage points. */
final class GrowthMismatchRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        BigDecimal points = limits.requireNotNegative("points");
        Figure growth = form.figure(item, Observation::growth);
        Optional<BigDecimal> typed = growth.amount().known();
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> base = form.priorYear(item).filter(prior -> prior.signum() > 0);
        if (typed.isEmpty() || value.isEmpty() || base.isEmpty()) {
            return List.of(
                    RuleResult.notJudged(typed.isEmpty() || value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_BASE));
        }
        BigDecimal change = value.get().subtract(base.get()).movePointRight(2);
        BigDecimal gap = typed.get().multiply(base.get()).subtract(change).abs();
        if (gap.compareTo(points.multiply(base.get())) <= 0) {
            return List.of(RuleResult.PASSED);
        }
        return List.of(RuleResult.failed(
                item,
                JudgedForm.cells(growth, form.valueFigure(item), form.priorYearFigure(item)),
                Map.of(
                        "found", Texts.plain(typed.get()),
                        "computed", Texts.changePercent(value.get(), base.get()),
                        "points", Texts.quotient(gap, base.get(), 2),
                        "limit", Texts.plain(points))));
    }
}
