package huibao.rollup;

import huibao.model.Assumption;
import huibao.model.Interval;
import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.ObsStatus;
import huibao.model.UnitCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What some units give for one item, so that it can be added to what others give: the city is the sum of its
 * units' partials, in whatever order and grouping they are added.
 *
 * @param totals what the units come to
 * @param missing the units without a value, in print order
 */
public record Partial(PartialTotals totals, List<MissingValue> missing) {

    /** No unit at all. */
    public static final Partial NONE = new Partial(PartialTotals.NONE, List.of());

    /**
     * A unit that gave no value.
     *
     * @param place where the unit is printed
     * @param assumption what is assumed of its value
     */
    record MissingValue(int place, Assumption assumption) {

        static final Comparator<MissingValue> IN_PRINT_ORDER = Comparator.comparingInt(MissingValue::place);
    }

    public Partial {
        missing = List.copyOf(missing);
    }

    /**
     * What one unit gives.
     *
     * @param place where the unit is printed
     * @param figure its own figure
     */
    public static Partial of(int place, ItemFigure figure) {
        return new Partial(
                PartialTotals.of(figure),
                figure.assumptions().stream()
                        .map(assumption -> new MissingValue(place, assumption))
                        .toList());
    }

    /** What both give together; they must have no unit in common. */
    public Partial plus(Partial other) {
        List<MissingValue> all = new ArrayList<>(missing);
        all.addAll(other.missing);
        all.sort(MissingValue.IN_PRINT_ORDER);
        return new Partial(totals.plus(other.totals), all);
    }

    /**
     * What the units give that are not in another, all of whose units must be in this. Exact, but sums may keep
     * decimals that the others brought: to compare with, not to publish.
     */
    public Partial minus(Partial other) {
        List<MissingValue> rest = new ArrayList<>(missing);
        rest.removeAll(other.missing);
        return new Partial(totals.minus(other.totals), rest);
    }

    /** The figure these units make for an area. */
    public ItemFigure figure(Item item, UnitCode area) {
        boolean isThere = totals.value().units() > 0;
        boolean asksPriorYear = item.asksPriorYear();
        return new ItemFigure(
                item.code(),
                area,
                isThere ? Optional.of(totals.value().total()) : Optional.empty(),
                isThere && asksPriorYear
                        ? totals.priorYear().over(totals.value().units())
                        : Optional.empty(),
                totals.expected() > 0 ? totals.forecast().over(totals.expected()) : Optional.empty(),
                totals.valueBounds().interval(),
                asksPriorYear ? totals.priorYearBounds().interval() : Interval.unbounded(),
                missing.stream().map(unit -> unit.assumption().unit()).toList(),
                totals.expected(),
                isThere ? totals.statuses().worst() : ObsStatus.O,
                missing.stream().map(MissingValue::assumption).toList(),
                Optional.of(totals.course()).filter(course -> course.units() > 0));
    }
}
