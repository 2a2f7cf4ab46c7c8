package huibao.model;

import java.math.BigDecimal;

/** How a value must stand to the target's value (民法典 art. 1259: 以上 includes the number, 超 excludes it). */
public enum TargetComparator {
    /** 达、达到、以上、提高到, or a bare number: value ≥ target. */
    AT_LEAST,
    /** 超、突破: value &gt; target. */
    MORE_THAN,
    /** 稳定在: value ≥ target; above a band it is noted, not failed. */
    HOLD_AT,
    /** 以内、不超过: value ≤ target. */
    AT_MOST,
    /** Exactly the number. */
    EXACTLY;

    /** Whether the value meets the target; exact, scale is irrelevant. */
    public boolean holds(BigDecimal value, BigDecimal target) {
        return holds(value.compareTo(target));
    }

    /**
     * Whether numerator / denominator meets the target, by cross-multiplication and so without
     * rounding.
     *
     * @param denominator greater than zero
     * @throws IllegalArgumentException if the denominator is not positive
     */
    public boolean holds(BigDecimal numerator, BigDecimal denominator, BigDecimal target) {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be positive: " + denominator.toPlainString());
        }
        return holds(numerator.compareTo(target.multiply(denominator)));
    }

    /** Whether a larger value is better; EXACTLY counts as larger-is-better for ranks. */
    public boolean largerIsBetter() {
        return this != AT_MOST;
    }

    private boolean holds(int comparison) {
        return switch (this) {
            case AT_LEAST, HOLD_AT -> comparison >= 0;
            case MORE_THAN -> comparison > 0;
            case AT_MOST -> comparison <= 0;
            case EXACTLY -> comparison == 0;
        };
    }
}
