package huibao.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures stand in parameters: plain notation, no trailing zeros. */
final class Texts {

    /** The column a finding is about; messages know these two words. */
    static final String VALUE = "VALUE";

    static final String PRIOR_YEAR = "PRIOR_YEAR";

    private Texts() {}

    static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }

    /** A quotient for people to read; results are taken by cross-multiplication, never on this. */
    static String quotient(BigDecimal numerator, BigDecimal denominator, int decimals) {
        return plain(numerator.divide(denominator, decimals, RoundingMode.HALF_EVEN));
    }

    /** Change from a base in percent, to two decimals. */
    static String changePercent(BigDecimal value, BigDecimal base) {
        return quotient(value.subtract(base).movePointRight(2), base.abs(), 2);
    }
}
