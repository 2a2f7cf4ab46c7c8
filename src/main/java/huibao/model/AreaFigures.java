package huibao.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one unit, or of the city.
 *
 * @param area whose figures they are
 * @param byItem in print order of the items
 */
public record AreaFigures(UnitCode area, Map<ItemCode, ItemFigure> byItem) {

    public AreaFigures {
        byItem = Collections.unmodifiableMap(new LinkedHashMap<>(byItem));
    }

    /** Figures in print order. */
    public static AreaFigures of(UnitCode area, List<ItemFigure> figures) {
        Map<ItemCode, ItemFigure> byItem = new LinkedHashMap<>();
        figures.forEach(figure -> byItem.put(figure.item(), figure));
        return new AreaFigures(area, byItem);
    }

    public Collection<ItemFigure> figures() {
        return byItem.values();
    }

    /** The figure of an item; empty if the area is not asked for it. */
    public Optional<ItemFigure> find(ItemCode item) {
        return Optional.ofNullable(byItem.get(item));
    }

    /** The figure of an item the area is asked for. */
    public ItemFigure require(ItemCode item) {
        return find(item).orElseThrow(() -> new IllegalArgumentException("no figure of " + item + " for " + area));
    }

    /** The same with another figure of one item. */
    public AreaFigures with(ItemFigure figure) {
        Map<ItemCode, ItemFigure> others = new LinkedHashMap<>(byItem);
        others.put(figure.item(), figure);
        return new AreaFigures(area, others);
    }
}
