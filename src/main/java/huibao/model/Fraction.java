package huibao.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact fraction: what bounds are added up in and verdicts are taken on, before anything is divided.
 * Equal values may differ as records (1/2, 2/4); compare them with {@link #compareTo(Fraction)}.
 *
 * @param numerator any sign
 * @param denominator greater than zero
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {

    /** Decimals a quotient is kept to when it is published. */
    public static final int DECIMALS = 12;

    public static final Fraction ZERO = of(BigDecimal.ZERO);

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be positive: " + denominator.toPlainString());
        }
    }

    /** A figure, over one. */
    public static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    /**
     * The exact quotient.
     *
     * @param divisor greater than zero
     */
    public Fraction over(Fraction divisor) {
        return new Fraction(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** The exact sum, the same to the digit in whatever order many are added up. */
    public Fraction plus(Fraction other) {
        if (denominator.compareTo(other.denominator) == 0) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        BigDecimal common = commonDivisor(denominator, other.denominator);
        BigDecimal own = other.denominator.divide(common);
        return new Fraction(
                numerator.multiply(own).add(other.numerator.multiply(denominator.divide(common))),
                denominator.multiply(own));
    }

    /** Of whole numbers: a sum over thousands of units must not have a denominator of thousands of digits. */
    private static BigDecimal commonDivisor(BigDecimal one, BigDecimal other) {
        return one.scale() == 0 && other.scale() == 0
                ? new BigDecimal(one.unscaledValue().gcd(other.unscaledValue()))
                : BigDecimal.ONE;
    }

    /** The exact difference. */
    public Fraction minus(Fraction other) {
        return plus(other.times(BigDecimal.ONE.negate()));
    }

    /** The smaller of the two. */
    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Fraction lessOne() {
        return new Fraction(numerator.subtract(denominator), denominator);
    }

    public Fraction minus(BigDecimal value) {
        return new Fraction(numerator.subtract(value.multiply(denominator)), denominator);
    }

    public Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    public int signum() {
        return numerator.signum();
    }

    public int compareTo(BigDecimal value) {
        return numerator.compareTo(value.multiply(denominator));
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** For publication, rounded once to {@link #DECIMALS}. */
    public BigDecimal divided(RoundingMode rounding) {
        return numerator.divide(denominator, DECIMALS, rounding);
    }

    /**
     * For publication of a sum: a figure as it stands, anything else with no more decimals than it takes,
     * rounded only where {@link #DECIMALS} are not enough.
     */
    public BigDecimal shortest(RoundingMode rounding) {
        if (denominator.compareTo(BigDecimal.ONE) == 0) {
            return numerator;
        }
        BigDecimal stripped = divided(rounding).stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), Math.min(numerator.scale(), DECIMALS)));
    }
}
