package huibao.attainment;

import huibao.catalogue.Catalogue;
import huibao.model.Fraction;
import huibao.model.ItemFigure;
import huibao.model.ObsStatus;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A target's item figures for one area, numerator first.
 *
 * @param figures one per item of the target
 * @param units the figures of the units beneath, per item in the same order; for the units in the sum
 */
record Parts(List<ItemFigure> figures, List<List<ItemFigure>> units) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    ItemFigure first() {
        return figures.get(0);
    }

    /** The denominator; the only item where there is one. */
    ItemFigure last() {
        return figures.get(figures.size() - 1);
    }

    /**
     * The sums. A quotient is taken over the units that gave both of its items: a place without the
     * residents it serves would raise the rate.
     */
    Sums sums() {
        if (figures.size() == 1) {
            return new Sums(first().value(), first().priorYear(), Optional.empty(), Optional.empty());
        }
        if (!first().missing().equals(last().missing())
                && first().value().isPresent()
                && last().value().isPresent()) {
            Set<UnitCode> both = both();
            if (!both.isEmpty()) {
                return new Sums(
                        sum(units.get(0), both, ItemFigure::value),
                        sum(units.get(0), both, ItemFigure::priorYear),
                        sum(units.get(1), both, ItemFigure::value),
                        sum(units.get(1), both, ItemFigure::priorYear));
            }
            return new Sums(first().value(), first().priorYear(), Optional.empty(), Optional.empty());
        }
        return new Sums(first().value(), first().priorYear(), last().value(), last().priorYear());
    }

    /** The units that lack any of the items, in print order. */
    List<UnitCode> missing(Catalogue catalogue) {
        Set<UnitCode> missing = new LinkedHashSet<>();
        figures.forEach(figure -> missing.addAll(figure.missing()));
        return catalogue.units().stream()
                .map(unit -> unit.code())
                .filter(missing::contains)
                .toList();
    }

    /** Reported over expected units in percent, of the item fewest reported. */
    BigDecimal reportingRate(RoundingMode rounding) {
        return figures.stream()
                .map(figure -> Fraction.of(BigDecimal.valueOf(figure.reported()).multiply(HUNDRED))
                        .over(Fraction.of(BigDecimal.valueOf(figure.expected()))))
                .min(Fraction::compareTo)
                .map(rate -> rate.divided(rounding))
                .orElseThrow();
    }

    ObsStatus status() {
        return figures.stream().map(ItemFigure::status).reduce(ObsStatus.A, ObsStatus::worse);
    }

    private Set<UnitCode> both() {
        Set<UnitCode> both = new LinkedHashSet<>();
        units.get(0).stream()
                .filter(figure -> figure.value().isPresent())
                .forEach(figure -> both.add(figure.refArea()));
        units.get(1).stream()
                .filter(figure -> figure.value().isEmpty())
                .forEach(figure -> both.remove(figure.refArea()));
        return both;
    }

    private static Optional<BigDecimal> sum(
            List<ItemFigure> figures, Set<UnitCode> units, Function<ItemFigure, Optional<BigDecimal>> part) {
        return figures.stream()
                .filter(figure -> units.contains(figure.refArea()))
                .map(part)
                .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }
}
