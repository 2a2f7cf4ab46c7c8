package huibao.validation;

import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Observation;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks against the same period a year before. */
final class YearChecks {

    private YearChecks() {}

    /** 上年同期 on the form against last year's accepted value, exactly; a change of comparable scope is legitimate. */
    static List<Verdict> priorYearChanged(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> typed = form.priorYear(item);
        Optional<BigDecimal> archived = form.lastYear(item);
        if (typed.isEmpty() || archived.isEmpty()) {
            return List.of(Verdict.notJudged(typed.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_LAST_YEAR));
        }
        if (typed.get().compareTo(archived.get()) == 0) {
            return List.of(Verdict.PASSED);
        }
        return List.of(Verdict.failed(
                item,
                JudgedForm.cells(form.priorYearFigure(item)),
                Map.of("found", Texts.plain(typed.get()), "expected", Texts.plain(archived.get()))));
    }

    /** 同比% as typed against value ÷ prior year − 1, in percentage points. */
    static List<Verdict> growthMismatch(Limits limits, JudgedForm form, Item item) {
        BigDecimal points = limits.requireNotNegative("points");
        Figure growth = Optional.ofNullable(form.rows().get(item.code()))
                .map(Observation::growth)
                .orElse(Figure.notAsked());
        Optional<BigDecimal> typed = growth.amount().known();
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> base = form.priorYear(item).filter(prior -> prior.signum() > 0);
        if (typed.isEmpty() || value.isEmpty() || base.isEmpty()) {
            return List.of(
                    Verdict.notJudged(typed.isEmpty() || value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_BASE));
        }
        BigDecimal change = value.get().subtract(base.get()).movePointRight(2);
        BigDecimal gap = typed.get().multiply(base.get()).subtract(change).abs();
        if (gap.compareTo(points.multiply(base.get())) <= 0) {
            return List.of(Verdict.PASSED);
        }
        return List.of(Verdict.failed(
                item,
                JudgedForm.cells(growth, form.valueFigure(item), form.priorYearFigure(item)),
                Map.of(
                        "found", Texts.plain(typed.get()),
                        "computed", Texts.changePercent(value.get(), base.get()),
                        "points", Texts.quotient(gap, base.get(), 2),
                        "limit", Texts.plain(points))));
    }

    /** Year-on-year change against the form's own base, or last year's archive where the form asks none. */
    static List<Verdict> yearSwing(Limits limits, JudgedForm form, Item item) {
        BigDecimal percent = limits.requireNotNegative("percent");
        BigDecimal minBase = limits.find("min_base").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> base = (item.asksPriorYear() ? form.priorYear(item) : form.lastYear(item))
                .filter(prior -> prior.signum() > 0 && prior.compareTo(minBase) >= 0);
        if (value.isEmpty() || base.isEmpty()) {
            return List.of(Verdict.notJudged(value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_BASE));
        }
        BigDecimal change = value.get().subtract(base.get()).abs().movePointRight(2);
        if (change.compareTo(percent.multiply(base.get())) <= 0) {
            return List.of(Verdict.PASSED);
        }
        return List.of(Verdict.failed(
                item,
                JudgedForm.cells(form.valueFigure(item), form.priorYearFigure(item)),
                Map.of(
                        "found", Texts.plain(value.get()),
                        "prior_year", Texts.plain(base.get()),
                        "change_percent", Texts.changePercent(value.get(), base.get()),
                        "limit", Texts.plain(percent))));
    }
}
