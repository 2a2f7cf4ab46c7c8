package huibao.validation;

import java.math.BigDecimal;
import java.math.MathContext;

/** How far figures are from each other. */
final class Sizes {

    /** Figures within this factor of each other are of one size. */
    static final BigDecimal ONE_SIZE = BigDecimal.valueOf(3);

    private Sizes() {}

    /** How many times the larger is the smaller: 1 for equal figures. Both are above zero. */
    static BigDecimal distance(BigDecimal a, BigDecimal b) {
        return a.max(b).divide(a.min(b), MathContext.DECIMAL64);
    }

    /** Whether both are above zero and of one size. */
    static boolean alike(BigDecimal a, BigDecimal b) {
        return a.signum() > 0 && b.signum() > 0 && distance(a, b).compareTo(ONE_SIZE) <= 0;
    }
}
