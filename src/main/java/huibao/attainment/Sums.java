package huibao.attainment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The sums a target's value is computed from, all over one set of units.
 *
 * @param level Σ of the first item
 * @param prior Σ of its prior-year values
 * @param denominator Σ of the second item; empty for targets of one item
 * @param priorDenominator Σ of its prior-year values
 */
record Sums(
        Optional<BigDecimal> level,
        Optional<BigDecimal> prior,
        Optional<BigDecimal> denominator,
        Optional<BigDecimal> priorDenominator) {}
