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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A target's item figures for one area, numerator first.
 *
 * @param figures one per item of the target
 * @param units the figures of the units beneath, per item in the same order
 * @param comparesYears whether a unit without 上年同期 cannot be in the value: of a growth
 */
record Parts(List<ItemFigure> figures, List<List<ItemFigure>> units, boolean comparesYears) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    ItemFigure first() {
        return figures.get(0);
    }

    /** The denominator; the only item where there is one. */
    ItemFigure last() {
        return figures.get(figures.size() - 1);
    }

    /**
     * The sums over the units that gave everything the value is made of: a place without the residents it serves
     * would raise a rate, one without last year's figure a growth. If there is no such unit, what was given all the
     * same, which comes to no value.
     */
    Sums sums() {
        return Stream.of(within(), having(ItemFigure::value))
                .filter(set -> !set.isEmpty())
                .findFirst()
                .map(this::over)
                .orElseGet(() -> new Sums(
                        first().value(),
                        first().priorYear(),
                        first().value().isPresent() ? Optional.empty() : last().value(),
                        Optional.empty()));
    }

    /** The units that are not in the sums, in print order. */
    List<UnitCode> missing(Catalogue catalogue) {
        Set<UnitCode> missing = expected();
        missing.removeAll(within());
        return catalogue.units().stream()
                .map(unit -> unit.code())
                .filter(missing::contains)
                .toList();
    }

    /** Whether every unit is in the sums. */
    boolean isWhole() {
        return within().equals(expected());
    }

    /** Units in the sums over units expected, in percent. */
    BigDecimal reportingRate(RoundingMode rounding) {
        return Fraction.of(BigDecimal.valueOf(within().size()).multiply(HUNDRED))
                .over(Fraction.of(BigDecimal.valueOf(expected().size())))
                .divided(rounding);
    }

    ObsStatus status() {
        return figures.stream().map(ItemFigure::status).reduce(ObsStatus.A, ObsStatus::worse);
    }

    private Set<UnitCode> expected() {
        return units.stream()
                .flatMap(List::stream)
                .map(ItemFigure::refArea)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The units that gave everything the value is made of. */
    private Set<UnitCode> within() {
        Set<UnitCode> within = having(ItemFigure::value);
        if (comparesYears) {
            within.retainAll(having(ItemFigure::priorYear));
        }
        return within;
    }

    /** The units that gave a part of every item. */
    private Set<UnitCode> having(Function<ItemFigure, Optional<BigDecimal>> part) {
        Set<UnitCode> having = expected();
        for (List<ItemFigure> ofItem : units) {
            having.retainAll(ofItem.stream()
                    .filter(figure -> part.apply(figure).isPresent())
                    .map(ItemFigure::refArea)
                    .collect(Collectors.toSet()));
        }
        return having;
    }

    private Sums over(Set<UnitCode> within) {
        boolean quotient = units.size() > 1;
        return new Sums(
                sum(0, within, ItemFigure::value),
                sum(0, within, ItemFigure::priorYear),
                quotient ? sum(1, within, ItemFigure::value) : Optional.empty(),
                quotient ? sum(1, within, ItemFigure::priorYear) : Optional.empty());
    }

    /** Empty if one of the units did not give it. */
    private Optional<BigDecimal> sum(int item, Set<UnitCode> within, Function<ItemFigure, Optional<BigDecimal>> part) {
        return units.get(item).stream()
                .filter(figure -> within.contains(figure.refArea()))
                .map(part)
                .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }
}
