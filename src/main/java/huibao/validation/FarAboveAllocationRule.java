package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure many times the unit's share of the year's target: it needs no history, so it also sees the first
 * form of a year on which a whole row is filled in wrongly.
 */
final class FarAboveAllocationRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        BigDecimal times = limits.requireNotNegative("times");
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> share = form.allocation(item);
        if (value.isEmpty() || share.isEmpty()) {
            return List.of(RuleResult.notJudged(value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_BASE));
        }
        if (value.get().compareTo(share.get().multiply(times)) <= 0
                || FlowLeapRule.knownFromLastYear(form, item, value.get())) {
            return List.of(RuleResult.PASSED);
        }
        return List.of(RuleResult.failed(
                item,
                JudgedForm.cells(form.valueFigure(item)),
                Map.of(
                        "found", Texts.plain(value.get()),
                        "expected", Texts.plain(share.get()),
                        "factor", Texts.quotient(value.get(), share.get(), 1),
                        "limit", Texts.plain(times))));
    }
}
