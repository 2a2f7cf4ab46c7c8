package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Observation;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The year brings at least what it has brought so far. */
final class ForecastBelowValueRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        Figure cell = form.figure(item, Observation::forecast);
        Optional<BigDecimal> forecast = cell.amount().known();
        Optional<BigDecimal> value = form.value(item);
        if (item.accumulation() != Accumulation.YTD || forecast.isEmpty() || value.isEmpty()) {
            return List.of(RuleResult.notJudged(
                    item.accumulation() != Accumulation.YTD ? Unjudged.NOT_MEANT : Unjudged.NO_FIGURE));
        }
        return List.of(
                forecast.get().compareTo(value.get()) >= 0
                        ? RuleResult.PASSED
                        : RuleResult.failed(
                                item,
                                JudgedForm.cells(cell, form.valueFigure(item)),
                                Map.of(
                                        "found", Texts.plain(forecast.get()),
                                        "other", Texts.plain(value.get()))));
    }
}
