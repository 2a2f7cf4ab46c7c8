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

/** The units that stand to the last digit at their allocations (目标分解) of a target. */
final class ExactUnits {

    private final Catalogue catalogue;
    private final Target target;
    private final Item item;
    private final List<Exact> units = new ArrayList<>();
    private int reported;
    private int exactDistricts;

    /** One of them. */
    record Exact(Unit unit, StandingFigure figure) {}

    ExactUnits(Catalogue catalogue, Target target) {
        this.catalogue = catalogue;
        this.target = target;
        this.item = catalogue.requireItem(target.items().get(0));
    }

    void add(UnitFigures unit) {
        Optional<BigDecimal> value = unit.now(item).value();
        Optional<BigDecimal> allocated =
                catalogue.findAllocation(target.code(), unit.unit().code()).map(Allocation::value);
        if (value.isEmpty() || allocated.isEmpty()) {
            return;
        }
        boolean district = unit.unit().kind() == UnitKind.DISTRICT;
        // An allocation of nothing is met by doing nothing.
        boolean exact = allocated.get().signum() != 0 && value.get().compareTo(allocated.get()) == 0;
        reported += district ? 1 : 0;
        exactDistricts += district && exact ? 1 : 0;
        if (exact) {
            units.add(new Exact(unit.unit(), unit.now(item)));
        }
    }

    /** Whether all districts that reported stand there, if at least so many of them did. */
    boolean areAllDistricts(BigDecimal fewest) {
        return BigDecimal.valueOf(reported).compareTo(fewest) >= 0 && exactDistricts == reported;
    }

    Item item() {
        return item;
    }

    /** In print order. */
    List<Exact> units() {
        return units;
    }
}
