package huibao.validation;

import huibao.model.Item;
import java.math.BigDecimal;

/** A comparison of the city's sums of an item in two periods, over the units that are there in both. */
abstract class BothPeriods implements CityCheck {

    private final Item item;
    private BigDecimal now = BigDecimal.ZERO;
    private BigDecimal before = BigDecimal.ZERO;

    BothPeriods(Item item) {
        this.item = item;
    }

    @Override
    public void sum(UnitFigures unit) {
        if (unit.countsInBoth(item)) {
            now = now.add(now(unit));
            before = before.add(before(unit));
        }
    }

    Item item() {
        return item;
    }

    BigDecimal now() {
        return now;
    }

    BigDecimal before() {
        return before;
    }

    BigDecimal now(UnitFigures unit) {
        return unit.now(item).value().orElseThrow();
    }

    BigDecimal before(UnitFigures unit) {
        return unit.before(item).value().orElseThrow();
    }
}
