package huibao.attainment;

import huibao.model.AreaFigures;
import huibao.model.CountedSum;
import huibao.model.ItemFigure;
import huibao.model.Target;
import java.util.Optional;

/**
 * What some units come to for a target, all of which gave a value of each of its items; any two can be added, in
 * any order and grouping.
 *
 * @param level Σ of the first item
 * @param prior Σ of its prior-year values
 * @param denominator Σ of the second item; of nobody for targets of one item
 * @param priorDenominator Σ of its prior-year values
 */
record JointSums(CountedSum level, CountedSum prior, CountedSum denominator, CountedSum priorDenominator) {

    static final JointSums NONE = new JointSums(CountedSum.NONE, CountedSum.NONE, CountedSum.NONE, CountedSum.NONE);

    static JointSums of(Target target, AreaFigures unit) {
        ItemFigure level = unit.require(target.items().get(0));
        Optional<ItemFigure> denominator = target.items().size() > 1
                ? Optional.of(unit.require(target.items().get(1)))
                : Optional.empty();
        return new JointSums(
                CountedSum.of(level.value()),
                CountedSum.of(level.priorYear()),
                CountedSum.of(denominator.flatMap(ItemFigure::value)),
                CountedSum.of(denominator.flatMap(ItemFigure::priorYear)));
    }

    JointSums plus(JointSums other) {
        return new JointSums(
                level.plus(other.level),
                prior.plus(other.prior),
                denominator.plus(other.denominator),
                priorDenominator.plus(other.priorDenominator));
    }

    int units() {
        return level.units();
    }

    boolean isEmpty() {
        return units() == 0;
    }

    /** The sums, without those that lack a unit's part. */
    Sums sums() {
        return new Sums(
                level.over(units()), prior.over(units()), denominator.over(units()), priorDenominator.over(units()));
    }
}
