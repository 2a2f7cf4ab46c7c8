package huibao.validation;

import huibao.model.Item;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** By how much sums may differ: by what rounding can do, and nothing more. */
final class Rounding {

    private Rounding() {}

    /** Half a unit of the last declared decimal per term; counts are not rounded and need none. */
    static BigDecimal of(List<Item> terms) {
        return terms.stream()
                .filter(item -> item.decimals() > 0)
                .map(item -> BigDecimal.valueOf(5, item.decimals() + 1))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Rounding keeps the order of two figures; only a sum of several can exceed the whole by rounding alone. */
    static BigDecimal ofParts(Item item, int parts) {
        return parts == 1 ? BigDecimal.ZERO : of(Collections.nCopies(parts + 1, item));
    }
}
