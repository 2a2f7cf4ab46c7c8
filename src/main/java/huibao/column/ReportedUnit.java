package huibao.column;

import huibao.model.Unit;
import huibao.model.UnitReporting;

/**
 * A unit's line of who has reported.
 *
 * @param unit the unit
 * @param reporting its line
 */
public record ReportedUnit(Unit unit, UnitReporting reporting) {}
