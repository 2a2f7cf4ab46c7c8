package huibao.validation;

import huibao.model.Item;
import java.util.List;

/** A rule that judges each item it covers by itself. */
interface ItemRule extends FormRule {

    List<RuleResult> judge(Limits limits, JudgedForm form, Item item);

    @Override
    default List<RuleResult> judge(Limits limits, JudgedForm form) {
        return form.items(limits.rule()).stream()
                .flatMap(item -> judge(limits, form, item).stream())
                .toList();
    }
}
