package huibao.validation;

import huibao.model.Item;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No figure stands in several districts; one of few digits may well be the same by chance. */
final class SameAcrossUnitsRule implements CityRule {

    /** Figures fall into so many pots; only those that are not alone in theirs are kept and compared. */
    private static final int POTS = 1 << 16;

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal fewest = run.limits().require("min_units");
        BigDecimal digits = run.limits().require("min_digits");
        return run.ofDistrictItems(item -> new CityCheck() {

            private final BitSet used = new BitSet(POTS);
            private final BitSet shared = new BitSet(POTS);
            private final Map<BigDecimal, ConcernedUnits> alike = new LinkedHashMap<>();

            @Override
            public void sum(UnitFigures unit) {
                compared(unit, item, digits).map(SameAcrossUnitsRule::pot).ifPresent(pot -> {
                    (used.get(pot) ? shared : used).set(pot);
                });
            }

            @Override
            public void compare(UnitFigures unit) {
                compared(unit, item, digits)
                        .filter(value -> shared.get(pot(value)))
                        .ifPresent(value -> alike.computeIfAbsent(value, same -> new ConcernedUnits())
                                .add(unit.unit(), unit.now(item)));
            }

            @Override
            public List<RuleResult> results() {
                return alike.entrySet().stream()
                        .filter(same -> same.getValue().size() > 1
                                && BigDecimal.valueOf(same.getValue().size()).compareTo(fewest) >= 0)
                        .map(same -> same.getValue().failed(item, Map.of("found", Texts.plain(same.getKey()))))
                        .toList();
            }
        });
    }

    private static Optional<BigDecimal> compared(UnitFigures unit, Item item, BigDecimal digits) {
        return unit.now(item)
                .value()
                .filter(value -> unit.countsFor(item))
                .map(BigDecimal::stripTrailingZeros)
                .filter(value -> value.signum() != 0
                        && BigDecimal.valueOf(value.precision()).compareTo(digits) >= 0);
    }

    private static int pot(BigDecimal value) {
        int hash = value.hashCode();
        return (hash ^ (hash >>> 16)) & (POTS - 1);
    }
}
