package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What a figure should be about, by what was accepted before, and how far it is from that. */
final class Expected {

    /** Up to here a figure goes on as before. */
    static final BigDecimal NEAR = new BigDecimal("1.25");

    private Expected() {}

    /** 本年累计 or 期末, gone on at its own rate from the previous form, or else last year's. */
    static Optional<BigDecimal> value(JudgedForm form, Item item) {
        return form.previous(item)
                .map(before -> continued(item, before, form.previousNumber(), form.periodNumber()))
                .or(() -> form.lastYear(item));
    }

    /** 上年同期, as last year's form has it, or else gone on from the previous form's. */
    static Optional<BigDecimal> priorYear(JudgedForm form, Item item) {
        return form.lastYear(item)
                .or(() -> form.previousPriorYear(item)
                        .map(before -> continued(item, before, form.previousNumber(), form.periodNumber())));
    }

    /** A figure of a period gone on to another one: a flow at its own rate, a stock as it stands. */
    static BigDecimal continued(Item item, BigDecimal figure, int from, int to) {
        return item.accumulation() == Accumulation.POINT || from == to
                ? figure
                : figure.multiply(BigDecimal.valueOf(to)).divide(BigDecimal.valueOf(from), MathContext.DECIMAL64);
    }

    /** Whether a figure is what is expected, about. */
    static boolean isNear(Item item, BigDecimal figure, BigDecimal expected) {
        return isWithin(figure, expected, NEAR) || isOneApart(item, figure, expected);
    }

    /** Whether two counts differ by one at most. */
    static boolean isOneApart(Item item, BigDecimal figure, BigDecimal expected) {
        return item.decimals() == 0 && figure.subtract(expected).abs().compareTo(BigDecimal.ONE) <= 0;
    }

    /** Whether neither of two figures is more than so many times the other. */
    static boolean isWithin(BigDecimal a, BigDecimal b, BigDecimal times) {
        if (a.signum() != b.signum()) {
            return false;
        }
        BigDecimal small = a.abs().min(b.abs());
        return a.abs().max(b.abs()).compareTo(small.multiply(times)) <= 0;
    }

    /** How many times the larger of two figures above zero is the smaller. */
    static BigDecimal times(BigDecimal a, BigDecimal b) {
        return a.max(b).divide(a.min(b), MathContext.DECIMAL64);
    }
}
