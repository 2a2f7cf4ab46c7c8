package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** min ≤ numerator ÷ denominator × scale ≤ max. */
final class RatioBoundsRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        BigDecimal scale = limits.require("scale");
        BigDecimal min = limits.require("min");
        BigDecimal max = limits.require("max");
        if (scale.signum() <= 0 || min.compareTo(max) > 0) {
            throw new IllegalArgumentException("scale must be positive and min not above max");
        }
        Optional<Item> numerator = form.asked(limits.item("numerator"));
        Optional<Item> denominator = form.asked(limits.item("denominator"));
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return List.of();
        }
        Optional<BigDecimal> above = form.value(numerator.get());
        Optional<BigDecimal> below = form.value(denominator.get()).filter(value -> value.signum() > 0);
        if (above.isEmpty() || below.isEmpty()) {
            boolean figures = above.isPresent() && form.value(denominator.get()).isPresent();
            return List.of(RuleResult.notJudged(figures ? Unjudged.NO_BASE : Unjudged.NO_FIGURE));
        }
        BigDecimal scaled = above.get().multiply(scale);
        if (scaled.compareTo(min.multiply(below.get())) >= 0 && scaled.compareTo(max.multiply(below.get())) <= 0) {
            return List.of(RuleResult.PASSED);
        }
        List<Item> items = List.of(numerator.get(), denominator.get());
        return List.of(RuleResult.failed(
                items,
                form.cells(items),
                Map.of(
                        "found", Texts.plain(above.get()),
                        "other", denominator.get().nameZh(),
                        "whole", Texts.plain(below.get()),
                        "computed", Texts.quotient(scaled, below.get(), 4),
                        "min", Texts.plain(min),
                        "max", Texts.plain(max))));
    }
}
