package huibao.attainment;

import huibao.model.Fraction;
import huibao.model.ItemFigure;
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
 * What {@link Coverage} must come to, told plainly: sets of units, and sums over them.
 *
 * @param figures the area's, one per item of the target
 * @param units the figures of the units beneath, per item in the same order
 * @param comparesYears whether a unit without 上年同期 cannot be in the value: of a growth
 */
record PlainCoverage(List<ItemFigure> figures, List<List<ItemFigure>> units, boolean comparesYears) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

    Set<UnitCode> missing() {
        Set<UnitCode> missing = expected();
        missing.removeAll(within());
        return missing;
    }

    boolean isWhole() {
        return within().equals(expected());
    }

    BigDecimal reportingRate(RoundingMode rounding) {
        return Fraction.of(BigDecimal.valueOf(within().size()).multiply(HUNDRED))
                .over(Fraction.of(BigDecimal.valueOf(expected().size())))
                .divided(rounding);
    }

    private ItemFigure first() {
        return figures.get(0);
    }

    private ItemFigure last() {
        return figures.get(figures.size() - 1);
    }

    private Set<UnitCode> expected() {
        return units.stream()
                .flatMap(List::stream)
                .map(ItemFigure::refArea)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<UnitCode> within() {
        Set<UnitCode> within = having(ItemFigure::value);
        if (comparesYears) {
            within.retainAll(having(ItemFigure::priorYear));
        }
        return within;
    }

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

    private Optional<BigDecimal> sum(int item, Set<UnitCode> within, Function<ItemFigure, Optional<BigDecimal>> part) {
        return units.get(item).stream()
                .filter(figure -> within.contains(figure.refArea()))
                .map(part)
                .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }
}
