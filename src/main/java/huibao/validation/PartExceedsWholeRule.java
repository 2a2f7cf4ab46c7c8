package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part is not more than its whole. */
final class PartExceedsWholeRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        Optional<Item> part = form.asked(limits.item("part"));
        Optional<Item> whole = form.asked(limits.item("whole"));
        if (part.isEmpty() || whole.isEmpty()) {
            return List.of();
        }
        Optional<BigDecimal> small = form.value(part.get());
        Optional<BigDecimal> large = form.value(whole.get());
        if (small.isEmpty() || large.isEmpty()) {
            return List.of(RuleResult.notJudged(Unjudged.NO_FIGURE));
        }
        if (small.get().compareTo(large.get()) <= 0) {
            return List.of(RuleResult.PASSED);
        }
        List<Item> items = List.of(part.get(), whole.get());
        return List.of(RuleResult.failed(
                items,
                form.cells(items),
                Map.of(
                        "found", Texts.plain(small.get()),
                        "part", Texts.plain(small.get()),
                        "whole", Texts.plain(large.get()),
                        "other", whole.get().nameZh())));
    }
}
