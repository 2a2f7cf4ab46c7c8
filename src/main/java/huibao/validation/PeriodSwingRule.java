package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stock against the previous stock; of a flow, what was added since against what was added per period
 * before. Bases below min_base swing by chance and are not judged.
 */
final class PeriodSwingRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        BigDecimal percent = limits.requireNotNegative("percent");
        BigDecimal minBase = limits.find("min_base").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = form.previous(item);
        if (value.isEmpty() || previous.isEmpty() || previous.get().signum() <= 0) {
            return List.of(RuleResult.notJudged(
                    value.isEmpty()
                            ? Unjudged.NO_FIGURE
                            : previous.isEmpty() ? Unjudged.NO_PREVIOUS : Unjudged.NO_BASE));
        }
        boolean flow = item.accumulation() == Accumulation.YTD;
        BigDecimal before = BigDecimal.valueOf(flow ? form.previousNumber() : 1);
        BigDecimal since = BigDecimal.valueOf(flow ? form.periodNumber() - form.previousNumber() : 1);
        if (since.signum() <= 0 || previous.get().compareTo(minBase.multiply(before)) < 0) {
            return List.of(RuleResult.notJudged(Unjudged.NO_BASE));
        }
        // added ÷ since against previous ÷ before, multiplied out
        BigDecimal added = flow ? value.get().subtract(previous.get()) : value.get();
        BigDecimal now = added.multiply(before);
        BigDecimal base = previous.get().multiply(since);
        boolean swings = now.subtract(base).abs().movePointRight(2).compareTo(base.multiply(percent)) > 0;
        return List.of(
                !swings
                        ? RuleResult.PASSED
                        : form.failedAgainstPrevious(
                                item,
                                Map.of(
                                        "change_percent", Texts.changePercent(now, base),
                                        "limit", Texts.plain(percent))));
    }
}
