package huibao.validation;

import huibao.model.Item;
import java.math.BigDecimal;

/** A comparison of the city's sums of an item in two periods, over the units that are there in both. */
abstract class BothPeriods implements CityCheck {

    final Item item;
    private BigDecimal now = BigDecimal.ZERO;
    private BigDecimal before = BigDecimal.ZERO;

    BothPeriods(Item item) {
        this.item = item;
    }

    @Override
    public final void sum(UnitFigures unit) {
        if (counts(unit)) {
            add(unit);
        }
    }

    /** Whether the unit is in both sums: a comparison is of the same units. */
    boolean counts(UnitFigures unit) {
        return unit.countsFor(item)
                && unit.now(item).value().isPresent()
                && unit.before(item).value().isPresent();
    }

    void add(UnitFigures unit) {
        now = now.add(now(unit));
        before = before.add(before(unit));
    }

    final BigDecimal now() {
        return now;
    }

    final BigDecimal before() {
        return before;
    }

    final BigDecimal now(UnitFigures unit) {
        return unit.now(item).value().orElseThrow();
    }

    final BigDecimal before(UnitFigures unit) {
        return unit.before(item).value().orElseThrow();
    }
}
