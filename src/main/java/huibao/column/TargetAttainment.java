package huibao.column;

import huibao.model.Attainment;
import huibao.model.Target;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A verdict as it is published.
 *
 * @param attainment the verdict
 * @param target the target it is on
 * @param imputedValue the city's value with what is reckoned for missing units; empty for units, and if nothing is
 */
public record TargetAttainment(Attainment attainment, Target target, Optional<BigDecimal> imputedValue) {}
