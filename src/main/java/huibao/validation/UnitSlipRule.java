package huibao.validation;

import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Severity;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure about 10, 100, 1000 … times what it should be, or that part of it: 万元 for 亿元, a digit too many;
 * 15 times for 亩 and 公顷.
 *
 * <p>Growth is no slip. The archive of last year speaks against one whenever the figure is of its size. The
 * prior-year value on the same form does so only if it has not leapt as well since the last form: who fills a
 * row in the wrong unit does so for the whole row. Where the last form does not tell, or the figure was
 * small then, it speaks against small factors alone.
 *
 * <p>From mandatory_from times on nothing explains it away, unless it may yet be true: the reference is so small
 * that a first project takes it there, or the unit's share of the year's target is not exceeded.
 */
final class UnitSlipRule implements ItemRule {

    private static final BigDecimal SMALL_COUNT = BigDecimal.valueOf(20);
    /** A little less than the smallest factor, that of 平方公里 and 万亩. */
    private static final BigDecimal CLOSE = new BigDecimal("6.6");
    /** Up to here a factor can be the growth of one figure; beyond it cannot. */
    private static final BigDecimal SMALL_FACTOR = BigDecimal.valueOf(15);
    /** A figure of fewer digits is near the smallest that the form can hold. */
    private static final int FIRM_DIGITS = 2;

    private static final MathContext SHOWN_FACTOR = new MathContext(4);
    private static final MathContext SHOWN = new MathContext(8);

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        BigDecimal tolerance = BigDecimal.ONE.add(
                limits.requireNotNegative("tolerance_percent").movePointLeft(2));
        if (tolerance.compareTo(Sizes.ONE_SIZE) > 0) {
            throw new IllegalArgumentException("tolerance_percent is so wide that growth would count as a slip");
        }
        Optional<BigDecimal> mandatoryFrom = limits.find("mandatory_from");
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = positive(form.previous(item)).map(figure -> form.continued(item, figure));
        Optional<BigDecimal> reference =
                previous.or(() -> positive(form.priorYear(item))).or(() -> positive(form.lastYear(item)));
        if (value.isEmpty() || reference.isEmpty()) {
            return List.of(RuleResult.notJudged(value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_BASE));
        }
        BigDecimal size = value.get().abs();
        boolean small = item.decimals() == 0
                && size.compareTo(SMALL_COUNT) < 0
                && reference.get().compareTo(SMALL_COUNT) < 0;
        if (size.signum() == 0
                || small
                || isClose(size, reference.get(), tolerance)
                || FlowLeapRule.knownFromLastYear(form, item, size)) {
            return List.of(RuleResult.PASSED);
        }
        return List.of(UnitFactors.nearest(item.unitMeasure(), size, reference.get(), tolerance)
                .filter(factor -> !explainedByPriorYear(form, item, size, reference.get(), factor))
                .map(factor -> {
                    RuleResult failed = failed(form, item, value.get(), reference.get(), factor);
                    return mandatoryFrom
                                    .filter(limit -> Sizes.distance(factor, BigDecimal.ONE)
                                                            .compareTo(limit)
                                                    >= 0
                                            && cannotBe(form, item, size, reference.get()))
                                    .isPresent()
                            ? failed.as(Severity.MANDATORY)
                            : failed;
                })
                .orElse(RuleResult.PASSED));
    }

    /** A small beginning multiplies in one batch; there the prior-year value may, too. */
    private static boolean explainedByPriorYear(
            JudgedForm form, Item item, BigDecimal size, BigDecimal reference, BigDecimal factor) {
        if (catchesUp(form, item, size)) {
            return true;
        }
        boolean mayLeap = positive(form.previousPriorYear(item)).isEmpty() || !isFirm(item, reference);
        return mayLeap
                && Sizes.distance(factor, BigDecimal.ONE).compareTo(SMALL_FACTOR) <= 0
                && form.priorYear(item)
                        .filter(typed -> Sizes.alike(size, typed))
                        .isPresent();
    }

    /** Whether 上年同期 is of the figure's size, and stands where the last form's leads. */
    private static boolean catchesUp(JudgedForm form, Item item, BigDecimal size) {
        return form.priorYear(item)
                .filter(typed -> Sizes.alike(size, typed))
                .filter(typed -> positive(form.previousPriorYear(item))
                        .filter(before -> Sizes.alike(typed, form.continued(item, before)))
                        .isPresent())
                .isPresent();
    }

    /** Whether neither a small beginning nor the year's target leaves room for the figure. */
    private static boolean cannotBe(JudgedForm form, Item item, BigDecimal size, BigDecimal reference) {
        boolean planned = size.compareTo(reference) > 0
                && form.allocation(item)
                        .filter(share -> size.compareTo(share) <= 0)
                        .isPresent();
        return isFirm(item, reference) && !planned;
    }

    private static boolean isFirm(Item item, BigDecimal reference) {
        BigDecimal firm = item.decimals() == 0
                ? SMALL_COUNT
                : BigDecimal.ONE.movePointLeft(item.decimals()).movePointRight(FIRM_DIGITS);
        return reference.compareTo(firm) >= 0;
    }

    private static RuleResult failed(
            JudgedForm form, Item item, BigDecimal value, BigDecimal reference, BigDecimal factor) {
        boolean againstPrevious = positive(form.previous(item)).isPresent();
        Figure cell = form.valueFigure(item);
        Figure prior = form.priorYearFigure(item);
        boolean againstTyped =
                !againstPrevious && positive(form.priorYear(item)).isPresent();
        return RuleResult.failed(
                item,
                againstTyped ? JudgedForm.cells(cell, prior) : JudgedForm.cells(cell),
                Map.of(
                        "found", Texts.plain(value),
                        "previous",
                                againstPrevious
                                        ? Texts.plain(form.previous(item).orElseThrow())
                                        : "",
                        "prior_year", againstPrevious ? "" : Texts.plain(reference),
                        "factor", Texts.plain(factor.round(SHOWN_FACTOR)),
                        "expected", Texts.plain(value.divide(factor, SHOWN))));
    }

    /** Whether two figures are clearly too close for the smallest factor: most are, and need no division. */
    private static boolean isClose(BigDecimal size, BigDecimal reference, BigDecimal tolerance) {
        return size.max(reference)
                        .multiply(tolerance)
                        .compareTo(size.min(reference).multiply(CLOSE))
                < 0;
    }

    private static Optional<BigDecimal> positive(Optional<BigDecimal> figure) {
        return figure.filter(known -> known.signum() > 0);
    }
}
