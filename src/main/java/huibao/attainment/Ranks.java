package huibao.attainment;

import huibao.model.Target;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Places 1-1-3 (并列, the next place skipped) on values as printed, so that rows that look equal share one. */
final class Ranks {

    private Ranks() {}

    /**
     * Ranks values of one target.
     *
     * @param target says which end is the good one
     * @param decimals decimals printed
     * @param rounding rounding at presentation
     * @param values as published, which is what gets printed; a unit without a value is not in it
     */
    static Map<UnitCode, Integer> of(
            Target target, int decimals, RoundingMode rounding, Map<UnitCode, BigDecimal> values) {
        Map<UnitCode, BigDecimal> printed = new HashMap<>();
        values.forEach((unit, value) -> printed.put(unit, value.setScale(decimals, rounding)));
        Map<UnitCode, Integer> ranks = new HashMap<>();
        int better = target.comparator().largerIsBetter() ? 1 : -1;
        printed.forEach((unit, value) -> ranks.put(
                unit,
                1
                        + (int) printed.values().stream()
                                .filter(other -> Integer.signum(other.compareTo(value)) == better)
                                .count()));
        return ranks;
    }
}
