package huibao.validation;

import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A = B + C: figures that are rounded may differ by what rounding can do, counts may not. */
final class BalanceRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        List<ItemCode> codes = new ArrayList<>(List.of(limits.item("whole")));
        codes.addAll(limits.items("parts"));
        List<Item> items =
                codes.stream().map(form::asked).flatMap(Optional::stream).toList();
        if (items.size() < codes.size()) {
            return List.of();
        }
        List<BigDecimal> values =
                items.stream().map(form::value).flatMap(Optional::stream).toList();
        if (values.size() < items.size()) {
            return List.of(RuleResult.notJudged(Unjudged.NO_FIGURE));
        }
        BigDecimal whole = values.get(0);
        BigDecimal sum = values.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.subtract(sum).abs().compareTo(Rounding.of(items)) <= 0) {
            return List.of(RuleResult.PASSED);
        }
        return List.of(RuleResult.failed(
                items,
                form.cells(items),
                Map.of(
                        "found", Texts.plain(whole),
                        "whole", Texts.plain(whole),
                        "computed", Texts.plain(sum),
                        "other", items.stream().skip(1).map(Item::nameZh).collect(Collectors.joining("、")))));
    }
}
