package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a unit reported of one item, stripped of its cells: what roll-up works on.
 *
 * @param value 本年累计 or 期末; empty if the cell held no figure
 * @param priorYear 上年同期; empty if not asked or missing
 * @param forecast the unit's own 预计全年
 * @param status SDMX observation status
 */
public record ItemValue(
        Optional<BigDecimal> value, Optional<BigDecimal> priorYear, Optional<BigDecimal> forecast, ObsStatus status) {

    /** Nothing reported. */
    public static final ItemValue MISSING =
            new ItemValue(Optional.empty(), Optional.empty(), Optional.empty(), ObsStatus.O);
}
