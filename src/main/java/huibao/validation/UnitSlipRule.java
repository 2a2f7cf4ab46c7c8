package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure about 10, 100, 1000 or 10000 times what it should be, or that part of it: 万元 for 亿元, a
 * digit too many; 15 times for 亩 and 公顷.
 *
 * <p>Growth is no slip. The archive of last year speaks against one whenever the figure is of its size.
 * The prior-year value on the same form does so only for the small factors: who fills a row in the wrong
 * unit does so for the whole row, and then by 100 or more.
 */
final class UnitSlipRule implements ItemRule {

    private static final BigDecimal SMALL_COUNT = BigDecimal.valueOf(20);
    private static final BigDecimal HECTARE = BigDecimal.valueOf(15);
    /** A little less than the smallest factor. */
    private static final BigDecimal CLOSE = new BigDecimal("9.9");
    /** Up to here a factor can be the growth of one figure; beyond it cannot. */
    private static final BigDecimal SMALL_FACTOR = HECTARE;
    /** Figures within this factor of each other are of one size. */
    private static final BigDecimal ONE_SIZE = BigDecimal.valueOf(3);

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        BigDecimal tolerance = BigDecimal.ONE.add(
                limits.requireNotNegative("tolerance_percent").movePointLeft(2));
        if (tolerance.compareTo(ONE_SIZE) > 0) {
            throw new IllegalArgumentException("tolerance_percent is so wide that growth would count as a slip");
        }
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = positive(form.previous(item)).map(figure -> scaled(form, item, figure));
        Optional<BigDecimal> typed = positive(form.priorYear(item));
        Optional<BigDecimal> archived = positive(form.lastYear(item));
        Optional<BigDecimal> reference = previous.or(() -> typed).or(() -> archived);
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
                || archived.filter(other -> oneSize(size, other)).isPresent()) {
            return List.of(RuleResult.PASSED);
        }
        Optional<BigDecimal> factor = factor(item, size, reference.get(), tolerance)
                .filter(found -> distance(found, BigDecimal.ONE).compareTo(SMALL_FACTOR) > 0
                        || typed.filter(other -> oneSize(size, other)).isEmpty());
        return List.of(factor.map(found -> failed(form, item, value.get(), reference.get(), found))
                .orElse(RuleResult.PASSED));
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
                        "factor", Texts.plain(factor),
                        "expected", Texts.plain(value.divide(factor, MathContext.DECIMAL64))));
    }

    /** Whether two figures are clearly too close for the smallest factor: most are, and need no division. */
    private static boolean isClose(BigDecimal size, BigDecimal reference, BigDecimal tolerance) {
        return size.max(reference)
                        .multiply(tolerance)
                        .compareTo(size.min(reference).multiply(CLOSE))
                < 0;
    }

    /** The factor nearest to value ÷ reference, if it is within the tolerance. */
    private static Optional<BigDecimal> factor(Item item, BigDecimal size, BigDecimal reference, BigDecimal tolerance) {
        BigDecimal ratio = size.divide(reference, MathContext.DECIMAL64);
        return factors(item).stream()
                .min(Comparator.comparing((BigDecimal factor) -> distance(ratio, factor)))
                .filter(nearest -> distance(ratio, nearest).compareTo(tolerance) <= 0);
    }

    private static List<BigDecimal> factors(Item item) {
        List<BigDecimal> factors = new ArrayList<>();
        for (int power = 1; power <= 4; power++) {
            factors.add(BigDecimal.ONE.movePointRight(power));
            factors.add(BigDecimal.ONE.movePointLeft(power));
        }
        if (item.unitMeasure().contains("亩") || item.unitMeasure().contains("公顷")) {
            factors.add(HECTARE);
            factors.add(BigDecimal.ONE.divide(HECTARE, MathContext.DECIMAL64));
        }
        return factors;
    }

    /** How many times the larger is the smaller: 1 for equal figures. */
    private static BigDecimal distance(BigDecimal a, BigDecimal b) {
        return a.max(b).divide(a.min(b), MathContext.DECIMAL64);
    }

    private static boolean oneSize(BigDecimal a, BigDecimal b) {
        return a.signum() > 0 && distance(a, b).compareTo(ONE_SIZE) <= 0;
    }

    /** A cumulated figure continued to this period at its own rate. */
    private static BigDecimal scaled(JudgedForm form, Item item, BigDecimal previous) {
        if (item.accumulation() == Accumulation.POINT) {
            return previous;
        }
        return previous.multiply(BigDecimal.valueOf(form.periodNumber()))
                .divide(BigDecimal.valueOf(form.previousNumber()), MathContext.DECIMAL64);
    }

    private static Optional<BigDecimal> positive(Optional<BigDecimal> figure) {
        return figure.filter(known -> known.signum() > 0);
    }
}
