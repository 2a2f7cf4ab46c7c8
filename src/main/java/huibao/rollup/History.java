package huibao.rollup;

import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.util.Map;

/**
 * What missing units' bounds are computed from.
 *
 * @param lastAccepted a unit's latest accepted report of an earlier period of the same year; absent if
 *     none was accepted
 * @param priorYear its accepted report of the same period a year before; absent if the archive has none
 */
public record History(Map<UnitCode, UnitReport> lastAccepted, Map<UnitCode, UnitReport> priorYear) {

    public History {
        lastAccepted = Map.copyOf(lastAccepted);
        priorYear = Map.copyOf(priorYear);
    }

    /** Nothing known of earlier periods. */
    public static History none() {
        return new History(Map.of(), Map.of());
    }
}
