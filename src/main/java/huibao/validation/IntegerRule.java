package huibao.validation;

import java.math.BigDecimal;

/** A count has no decimals. */
final class IntegerRule implements ValueRule {

    @Override
    public boolean passes(Limits limits, BigDecimal figure) {
        return figure.stripTrailingZeros().scale() <= 0;
    }
}
