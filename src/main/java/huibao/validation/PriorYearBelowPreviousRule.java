package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What had come in by a period of last year does not fall from one period to the next either. */
final class PriorYearBelowPreviousRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> typed = form.priorYear(item);
        Optional<BigDecimal> previous = form.previousPriorYear(item);
        if (item.accumulation() != Accumulation.YTD || typed.isEmpty() || previous.isEmpty()) {
            return List.of(RuleResult.notJudged(
                    item.accumulation() != Accumulation.YTD
                            ? Unjudged.NOT_MEANT
                            : typed.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_PREVIOUS));
        }
        return List.of(
                typed.get().compareTo(previous.get()) >= 0
                        ? RuleResult.PASSED
                        : RuleResult.failed(
                                item,
                                JudgedForm.cells(form.priorYearFigure(item)),
                                Map.of(
                                        "found", Texts.plain(typed.get()),
                                        "previous", Texts.plain(previous.get()))));
    }
}
