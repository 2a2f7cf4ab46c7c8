package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cumulated figure does not fall. */
final class YtdBelowPreviousRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = form.previous(item);
        if (item.accumulation() != Accumulation.YTD || value.isEmpty() || previous.isEmpty()) {
            return List.of(RuleResult.notJudged(
                    item.accumulation() != Accumulation.YTD
                            ? Unjudged.NOT_MEANT
                            : value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_PREVIOUS));
        }
        return List.of(
                value.get().compareTo(previous.get()) >= 0
                        ? RuleResult.PASSED
                        : form.failedAgainstPrevious(item, Map.of()));
    }
}
