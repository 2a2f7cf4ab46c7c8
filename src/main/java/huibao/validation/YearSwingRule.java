package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Year-on-year change against the form's own base, or last year's archive where the form asks none. */
final class YearSwingRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        BigDecimal percent = limits.requireNotNegative("percent");
        BigDecimal minBase = limits.find("min_base").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> base = (item.asksPriorYear() ? form.priorYear(item) : form.lastYear(item))
                .filter(prior -> prior.signum() > 0 && prior.compareTo(minBase) >= 0);
        if (value.isEmpty() || base.isEmpty()) {
            return List.of(RuleResult.notJudged(value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_BASE));
        }
        BigDecimal change = value.get().subtract(base.get()).abs().movePointRight(2);
        if (change.compareTo(percent.multiply(base.get())) <= 0) {
            return List.of(RuleResult.PASSED);
        }
        return List.of(RuleResult.failed(
                item,
                JudgedForm.cells(form.valueFigure(item), form.priorYearFigure(item)),
                Map.of(
                        "found", Texts.plain(value.get()),
                        "prior_year", Texts.plain(base.get()),
                        "change_percent", Texts.changePercent(value.get(), base.get()),
                        "limit", Texts.plain(percent))));
    }
}
