package huibao.model;

import java.util.Map;

/**
 * A unit's accepted figures for one period.
 *
 * @param unit the unit
 * @param period the period
 * @param values by item; an item that is absent was not reported
 */
public record UnitReport(UnitCode unit, Period period, Map<ItemCode, ItemValue> values) {

    public UnitReport {
        values = Map.copyOf(values);
    }

    /** The item's value, {@link ItemValue#MISSING} if it was not reported. */
    public ItemValue valueOf(ItemCode item) {
        return values.getOrDefault(item, ItemValue.MISSING);
    }
}
