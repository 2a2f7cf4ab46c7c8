package huibao.attainment;

import huibao.catalogue.Catalogue;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.Target;
import huibao.model.UnitCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rolled-up figures by item and area, and what of them a target is computed from. */
final class FigureIndex {

    private final Catalogue catalogue;
    private final Map<Key, ItemFigure> figures = new HashMap<>();

    private record Key(ItemCode item, UnitCode area) {}

    FigureIndex(Catalogue catalogue, List<ItemFigure> figures) {
        this.catalogue = catalogue;
        figures.forEach(figure -> this.figures.put(new Key(figure.item(), figure.refArea()), figure));
    }

    /** The city's figures of a target, over those of the units in the sum. */
    Parts ofCity(Target target) {
        List<List<ItemFigure>> units = target.items().stream()
                .map(code -> catalogue.contributorsOf(catalogue.requireItem(code)).stream()
                        .map(unit -> figure(code, unit.code()))
                        .toList())
                .toList();
        return new Parts(
                of(target, catalogue.city().code()), units, target.measure().comparesYears());
    }

    /** A unit's own figures of a target. */
    Parts ofUnit(Target target, UnitCode unit) {
        List<ItemFigure> own = of(target, unit);
        return new Parts(
                own, own.stream().map(List::of).toList(), target.measure().comparesYears());
    }

    private List<ItemFigure> of(Target target, UnitCode area) {
        return target.items().stream().map(item -> figure(item, area)).toList();
    }

    private ItemFigure figure(ItemCode item, UnitCode area) {
        ItemFigure figure = figures.get(new Key(item, area));
        if (figure == null) {
            throw new IllegalArgumentException("no figure of " + item + " for " + area);
        }
        return figure;
    }
}
