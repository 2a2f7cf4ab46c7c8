package huibao.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact fraction: every value a verdict is taken on, before anything is divided.
 *
 * @param numerator any sign
 * @param denominator greater than zero
 */
record Quotient(BigDecimal numerator, BigDecimal denominator) {

    /** Decimals a quotient is kept to when it is published. */
    static final int DECIMALS = 12;

    static final Quotient ZERO = of(BigDecimal.ZERO);

    Quotient {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be positive: " + denominator.toPlainString());
        }
    }

    static Quotient of(BigDecimal value) {
        return new Quotient(value, BigDecimal.ONE);
    }

    /** @param divisor greater than zero */
    Quotient over(Quotient divisor) {
        return new Quotient(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    Quotient lessOne() {
        return new Quotient(numerator.subtract(denominator), denominator);
    }

    Quotient minus(BigDecimal value) {
        return new Quotient(numerator.subtract(value.multiply(denominator)), denominator);
    }

    Quotient times(BigDecimal factor) {
        return new Quotient(numerator.multiply(factor), denominator);
    }

    int signum() {
        return numerator.signum();
    }

    int compareTo(BigDecimal value) {
        return numerator.compareTo(value.multiply(denominator));
    }

    int compareTo(Quotient other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** For publication, rounded once to {@link #DECIMALS}. */
    BigDecimal divided(RoundingMode rounding) {
        return numerator.divide(denominator, DECIMALS, rounding);
    }
}
