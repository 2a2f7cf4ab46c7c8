package huibao.validation;

import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The growth of a figure on the year beside what it was on the previous form.
 *
 * @param growth value ÷ prior year as it stands
 * @param moved how many times the growth before it is, or the other way round
 */
record GrowthTurn(BigDecimal growth, BigDecimal moved) {

    private static final BigDecimal MUCH = new BigDecimal("1.03");
    /** One more or less turns the growth of a count below this. */
    private static final BigDecimal SMALL_COUNT = BigDecimal.valueOf(100);
    /** Another growth is met if its distance to this power is still the smaller. */
    private static final int BETTER = 3;

    /** Empty where one of the figures is missing, or a count too small to have a growth. */
    static Optional<GrowthTurn> of(JudgedForm form, Item item) {
        if (item.decimals() == 0
                && form.value(item)
                        .filter(value -> value.compareTo(SMALL_COUNT) < 0)
                        .isPresent()) {
            return Optional.empty();
        }
        return growth(form.valueFigure(item), form.priorYearFigure(item))
                .flatMap(now -> growth(form.previous(item), form.previousPriorYear(item))
                        .map(before -> new GrowthTurn(now, Expected.times(now, before))));
    }

    /** Whether it is another growth than before. */
    boolean isMuch() {
        return moved.compareTo(MUCH) >= 0;
    }

    /** Whether it is about the growth of another row. */
    boolean isTo(Observation row) {
        return growth(row.value(), row.priorYear())
                .filter(other -> Expected.times(growth, other).pow(BETTER).compareTo(moved) <= 0)
                .isPresent();
    }

    private static Optional<BigDecimal> growth(Figure value, Figure prior) {
        return growth(value.amount().known(), prior.amount().known());
    }

    private static Optional<BigDecimal> growth(Optional<BigDecimal> value, Optional<BigDecimal> prior) {
        return value.filter(figure -> figure.signum() > 0)
                .flatMap(figure -> prior.filter(base -> base.signum() > 0)
                        .map(base -> figure.divide(base, MathContext.DECIMAL64)));
    }
}
