package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 上年同期 on the form against last year's accepted value, exactly; a change of comparable scope is legitimate. */
final class PriorYearChangedRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> typed = form.priorYear(item);
        Optional<BigDecimal> archived = form.lastYear(item);
        if (typed.isEmpty() || archived.isEmpty()) {
            return List.of(RuleResult.notJudged(typed.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_LAST_YEAR));
        }
        if (typed.get().compareTo(archived.get()) == 0) {
            return List.of(RuleResult.PASSED);
        }
        return List.of(RuleResult.failed(
                item,
                JudgedForm.cells(form.priorYearFigure(item)),
                Map.of("found", Texts.plain(typed.get()), "expected", Texts.plain(archived.get()))));
    }
}
