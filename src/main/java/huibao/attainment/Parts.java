package huibao.attainment;

import huibao.model.AreaFigures;
import huibao.model.ItemFigure;
import huibao.model.ObsStatus;
import huibao.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target's item figures for one area, numerator first.
 *
 * @param figures one per item of the target
 * @param coverage which units beneath are in the value
 */
record Parts(List<ItemFigure> figures, Coverage coverage) {

    static Parts of(Target target, AreaFigures area, Coverage coverage) {
        return new Parts(target.items().stream().map(area::require).toList(), coverage);
    }

    ItemFigure first() {
        return figures.get(0);
    }

    /** The denominator; the only item where there is one. */
    ItemFigure last() {
        return figures.get(figures.size() - 1);
    }

    /**
     * The sums over the units that gave everything the value is made of. If there is no such unit, what was given
     * all the same, which comes to no value.
     */
    Sums sums() {
        return Stream.of(coverage.within(), coverage.valued())
                .filter(units -> !units.isEmpty())
                .findFirst()
                .map(units -> units.sums())
                .orElseGet(() -> new Sums(
                        first().value(),
                        first().priorYear(),
                        first().value().isPresent() ? Optional.empty() : last().value(),
                        Optional.empty()));
    }

    ObsStatus status() {
        return figures.stream().map(ItemFigure::status).reduce(ObsStatus.A, ObsStatus::worse);
    }
}
