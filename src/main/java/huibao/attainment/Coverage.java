package huibao.attainment;

import huibao.model.AreaFigures;
import huibao.model.Fraction;
import huibao.model.ItemFigure;
import huibao.model.Target;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which units are in a target's value, and what they come to: a place without the residents it serves would raise
 * a rate, one without last year's figure a growth. Any two can be added, in any order and grouping.
 *
 * @param expected how many units were asked for one of the target's items
 * @param within the sums over the units that gave everything the value is made of
 * @param valued the sums over the units that gave a value of every item
 * @param missing the units that are not in the value, in print order
 */
record Coverage(int expected, JointSums within, JointSums valued, List<MissingUnit> missing) {

    static final Coverage NONE = new Coverage(0, JointSums.NONE, JointSums.NONE, List.of());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A unit that is not in a value.
     *
     * @param place where it is printed
     */
    record MissingUnit(int place, UnitCode unit) {

        static final Comparator<MissingUnit> IN_PRINT_ORDER = Comparator.comparingInt(MissingUnit::place);
    }

    Coverage {
        missing = List.copyOf(missing);
    }

    /**
     * Of one unit.
     *
     * @param place where it is printed
     * @param unit its own figures
     */
    static Coverage of(Target target, int place, AreaFigures unit) {
        List<Optional<ItemFigure>> figures =
                target.items().stream().map(unit::find).toList();
        if (figures.stream().allMatch(Optional::isEmpty)) {
            return NONE;
        }
        boolean isValued = figures.stream()
                .allMatch(figure -> figure.flatMap(ItemFigure::value).isPresent());
        boolean isWithin = isValued
                && (!target.measure().comparesYears()
                        || figures.stream()
                                .allMatch(figure ->
                                        figure.flatMap(ItemFigure::priorYear).isPresent()));
        JointSums sums = isValued ? JointSums.of(target, unit) : JointSums.NONE;
        return new Coverage(
                1,
                isWithin ? sums : JointSums.NONE,
                sums,
                isWithin ? List.of() : List.of(new MissingUnit(place, unit.area())));
    }

    /** Of both together; they must have no unit in common. */
    Coverage plus(Coverage other) {
        List<MissingUnit> all = new ArrayList<>(missing);
        all.addAll(other.missing);
        all.sort(MissingUnit.IN_PRINT_ORDER);
        return new Coverage(expected + other.expected, within.plus(other.within), valued.plus(other.valued), all);
    }

    /** The same without saying who is missing. */
    Coverage withoutNames() {
        return new Coverage(expected, within, valued, List.of());
    }

    /** Whether every unit is in the value. */
    boolean isWhole() {
        return within.units() == expected;
    }

    List<UnitCode> missingUnits() {
        return missing.stream().map(MissingUnit::unit).toList();
    }

    /** Units in the value over units expected, in percent. */
    BigDecimal reportingRate(RoundingMode rounding) {
        return Fraction.of(BigDecimal.valueOf(within.units()).multiply(HUNDRED))
                .over(Fraction.of(BigDecimal.valueOf(expected)))
                .divided(rounding);
    }
}
