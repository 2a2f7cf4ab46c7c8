package huibao.validation;

import huibao.model.Item;
import huibao.model.Rule;
import java.util.List;

/** How one kind of rule judges a form: one verdict per figure or relation it looked at. */
@FunctionalInterface
interface Check {

    List<Verdict> judge(Rule rule, JudgedForm form);

    /** A check that judges each item the rule covers by itself. */
    @FunctionalInterface
    interface OfItem {
        List<Verdict> judge(Limits limits, JudgedForm form, Item item);
    }

    /** Applies a check to every item the rule covers. */
    static Check each(OfItem check) {
        return (rule, form) -> {
            Limits limits = new Limits(rule);
            return form.items(rule).stream()
                    .flatMap(item -> check.judge(limits, form, item).stream())
                    .toList();
        };
    }
}
