package huibao.validation;

import huibao.model.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** min ≤ figure ≤ max, where they are given. */
final class RangeRule implements ValueRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> min = limits.find("min");
        Optional<BigDecimal> max = limits.find("max");
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            throw new IllegalArgumentException("min is above max");
        }
        return ValueRule.super.judge(limits, form, item);
    }

    @Override
    public Map<String, String> bounds(Limits limits) {
        return Map.of(
                "min", limits.find("min").map(Texts::plain).orElse(""),
                "max", limits.find("max").map(Texts::plain).orElse(""));
    }

    @Override
    public boolean passes(Limits limits, BigDecimal figure) {
        return limits.find("min").filter(low -> figure.compareTo(low) < 0).isEmpty()
                && limits.find("max").filter(high -> figure.compareTo(high) > 0).isEmpty();
    }
}
