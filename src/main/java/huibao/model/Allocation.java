package huibao.model;

import java.math.BigDecimal;

/**
 * A unit's share of a city target (目标分解).
 *
 * @param target the target split
 * @param unit the unit that answers for the share
 * @param value in the target's unit
 * @param illustrative whether the value is an example, not an assigned task; printed as such
 */
public record Allocation(TargetCode target, UnitCode unit, BigDecimal value, boolean illustrative) {}
