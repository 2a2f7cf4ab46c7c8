package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A figure moves between periods, if only in its last digit; a flow that has not begun is not suspicious. */
final class SameAsPreviousRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = form.previous(item);
        if (value.isEmpty() || previous.isEmpty()) {
            return List.of(RuleResult.notJudged(value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_PREVIOUS));
        }
        boolean same = value.get().signum() != 0 && value.get().compareTo(previous.get()) == 0;
        return List.of(same ? form.failedAgainstPrevious(item, Map.of()) : RuleResult.PASSED);
    }
}
