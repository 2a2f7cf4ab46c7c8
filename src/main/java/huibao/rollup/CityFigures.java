package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.rollup.Partial.MissingValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The city's figures while its units are added one after the other, in any order: a sum per item and the units
 * that are missing, whatever the number of units. Zones are part of their hosts, and change nothing.
 */
public final class CityFigures {

    private final Catalogue catalogue;
    private final Map<ItemCode, Tally> tallies = new LinkedHashMap<>();
    private final BitSet added = new BitSet();

    /** What has been added for one item; the missing are in print order. */
    private static final class Tally {

        private PartialTotals totals = PartialTotals.NONE;
        private final List<MissingValue> missing = new ArrayList<>();

        void add(Partial partial) {
            totals = totals.plus(partial.totals());
            if (partial.missing().size() > 1) {
                missing.addAll(partial.missing());
                missing.sort(MissingValue.IN_PRINT_ORDER);
            } else {
                partial.missing().forEach(unit -> missing.add(-1 - place(unit), unit));
            }
        }

        void remove(Partial partial) {
            totals = totals.minus(partial.totals());
            partial.missing().forEach(unit -> missing.remove(place(unit)));
        }

        Partial partial() {
            return new Partial(totals, missing);
        }

        private int place(MissingValue unit) {
            return Collections.binarySearch(missing, unit, MissingValue.IN_PRINT_ORDER);
        }
    }

    public CityFigures(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.items().forEach(item -> tallies.put(item.code(), new Tally()));
    }

    /**
     * Adds a unit.
     *
     * @param unit its own figures, reported or not
     * @throws IllegalArgumentException if it is in already
     */
    public void add(AreaFigures unit) {
        int place = catalogue.placeOf(unit.area());
        if (added.get(place)) {
            throw new IllegalArgumentException(unit.area() + ": its figures are in the city's already");
        }
        added.set(place);
        parts(unit).forEach((item, figure) -> tally(item).add(Partial.of(place, figure)));
    }

    /**
     * Takes a unit out again. Exact, but sums may keep decimals that it brought: to compare with, not to publish.
     *
     * @param unit its own figures as they were added
     */
    public void remove(AreaFigures unit) {
        int place = catalogue.placeOf(unit.area());
        if (!added.get(place)) {
            throw new IllegalArgumentException(unit.area() + ": its figures are not in the city's");
        }
        added.clear(place);
        parts(unit).forEach((item, figure) -> tally(item).remove(Partial.of(place, figure)));
    }

    /** Adds what was added up elsewhere, of other units. */
    public void add(CityFigures others) {
        if (added.intersects(others.added)) {
            throw new IllegalArgumentException("units whose figures are in the city's already");
        }
        added.or(others.added);
        others.tallies.forEach((item, tally) -> tally(item).add(tally.partial()));
    }

    /** What the units added so far give for an item. */
    public Partial partial(ItemCode item) {
        return tally(item).partial();
    }

    /** The city's figures of every item, in print order. */
    public AreaFigures figures() {
        return AreaFigures.of(
                catalogue.city().code(),
                catalogue.items().stream()
                        .map(item -> partial(item.code())
                                .figure(item, catalogue.city().code()))
                        .toList());
    }

    /**
     * The city's figure were one unit's another: city − own + other.
     *
     * @param own the unit's figure as it was added
     * @param other the same item's, of the same unit
     */
    public ItemFigure replacing(ItemFigure own, ItemFigure other) {
        int place = catalogue.placeOf(own.refArea());
        return partial(own.item())
                .minus(Partial.of(place, own))
                .plus(Partial.of(place, other))
                .figure(catalogue.requireItem(own.item()), catalogue.city().code());
    }

    /** The city's figures were one unit's others: city − own + other. */
    public AreaFigures replacing(AreaFigures own, AreaFigures other) {
        Map<ItemCode, ItemFigure> figures = new LinkedHashMap<>(figures().byItem());
        parts(other).forEach((item, figure) -> figures.put(item, replacing(own.require(item), figure)));
        return new AreaFigures(catalogue.city().code(), figures);
    }

    private Map<ItemCode, ItemFigure> parts(AreaFigures figures) {
        Unit unit = catalogue.requireUnit(figures.area());
        if (unit.kind() == UnitKind.ZONE) {
            return Map.of();
        }
        for (ItemFigure figure : figures.figures()) {
            Item item = catalogue.requireItem(figure.item());
            if (!item.reporter().asks(unit.kind())) {
                throw new IllegalArgumentException(unit.code() + " is not asked for " + item.code());
            }
        }
        return figures.byItem();
    }

    private Tally tally(ItemCode item) {
        Tally tally = tallies.get(item);
        if (tally == null) {
            throw new IllegalArgumentException("the job has no item " + item);
        }
        return tally;
    }
}
