package huibao.validation;

import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.util.Map;

/**
 * What stands of one unit.
 *
 * @param unit the unit
 * @param now its figures of the period checked
 * @param before those of the period before it in the year, as they stand now
 * @param corrected those of the period before it that its form was not judged against, because they came later;
 *     none if it was
 */
public record UnitFigures(
        Unit unit,
        Map<ItemCode, StandingFigure> now,
        Map<ItemCode, StandingFigure> before,
        Map<ItemCode, StandingFigure> corrected) {

    public UnitFigures {
        now = Map.copyOf(now);
        before = Map.copyOf(before);
        corrected = Map.copyOf(corrected);
    }

    StandingFigure now(Item item) {
        return now.getOrDefault(item.code(), StandingFigure.NONE);
    }

    StandingFigure before(Item item) {
        return before.getOrDefault(item.code(), StandingFigure.NONE);
    }

    StandingFigure corrected(Item item) {
        return corrected.getOrDefault(item.code(), StandingFigure.NONE);
    }

    /** Whether the unit's figure is part of the city's. */
    boolean countsFor(Item item) {
        return unit.kind() != UnitKind.ZONE && item.reporter().asks(unit.kind());
    }
}
