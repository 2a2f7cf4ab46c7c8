package huibao.validation;

import java.math.BigDecimal;

/** A figure is zero or more. */
final class NotNegativeRule implements ValueRule {

    @Override
    public boolean passes(Limits limits, BigDecimal figure) {
        return figure.signum() >= 0;
    }
}
