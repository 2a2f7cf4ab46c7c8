package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Allocation;
import huibao.model.Item;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A look for the units that stand to the last digit at their allocations (目标分解) of a target. */
abstract class ExactUnits implements CityCheck {

    final Item item;
    private final Catalogue catalogue;
    private final Target target;
    private final List<Exact> units = new ArrayList<>();
    private int districts;
    private int exactDistricts;

    /** One of them. */
    record Exact(Unit unit, StandingFigure figure) {

        boolean isDistrict() {
            return unit.kind() == UnitKind.DISTRICT;
        }
    }

    ExactUnits(Catalogue catalogue, Target target) {
        this.catalogue = catalogue;
        this.target = target;
        this.item = catalogue.requireItem(target.items().get(0));
    }

    @Override
    public final void sum(UnitFigures unit) {
        Exact one = new Exact(unit.unit(), unit.now(item));
        Optional<BigDecimal> allocated = catalogue
                .findAllocation(target.code(), one.unit().code())
                .map(Allocation::value)
                .filter(share -> one.figure().value().isPresent());
        // An allocation of nothing is met by doing nothing.
        boolean exact = allocated
                .filter(share -> share.signum() != 0
                        && share.compareTo(one.figure().value().orElseThrow()) == 0)
                .isPresent();
        if (exact) {
            units.add(one);
        }
        if (allocated.isPresent() && one.isDistrict()) {
            districts++;
            exactDistricts += exact ? 1 : 0;
        }
    }

    /** Whether all districts that reported stand there, if at least so many of them did. */
    final boolean areAllDistricts(BigDecimal fewest) {
        return BigDecimal.valueOf(districts).compareTo(fewest) >= 0 && exactDistricts == districts;
    }

    /** In print order. */
    final List<Exact> units() {
        return units;
    }
}
