package huibao.validation;

import huibao.model.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No figure stands in several districts; one of few digits may well be the same by chance. */
final class SameAcrossUnitsRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal fewest = run.limits().require("min_units");
        BigDecimal digits = run.limits().require("min_digits");
        return run.ofDistrictItems(item -> new Alike(item, fewest, digits));
    }

    private static final class Alike implements CityCheck {

        /** Figures fall into so many pots; only those that are not alone in theirs are kept and compared. */
        private static final int POTS = 1 << 16;

        private final Item item;
        private final BigDecimal fewest;
        private final BigDecimal digits;
        private final BitSet used = new BitSet(POTS);
        private final BitSet shared = new BitSet(POTS);
        private final Map<BigDecimal, ConcernedUnits> alike = new LinkedHashMap<>();

        Alike(Item item, BigDecimal fewest, BigDecimal digits) {
            this.item = item;
            this.fewest = fewest;
            this.digits = digits;
        }

        @Override
        public void sum(UnitFigures unit) {
            compared(unit).map(Alike::pot).ifPresent(pot -> {
                shared.set(pot, used.get(pot));
                used.set(pot);
            });
        }

        @Override
        public void compare(UnitFigures unit) {
            compared(unit)
                    .filter(value -> shared.get(pot(value)))
                    .ifPresent(value -> alike.computeIfAbsent(value, same -> new ConcernedUnits())
                            .add(unit.unit(), unit.now(item)));
        }

        @Override
        public List<Verdict> verdicts() {
            List<Verdict> verdicts = new ArrayList<>();
            alike.forEach((value, units) -> {
                if (units.size() > 1 && BigDecimal.valueOf(units.size()).compareTo(fewest) >= 0) {
                    verdicts.add(units.failed(item, Map.of("found", Texts.plain(value))));
                }
            });
            return verdicts;
        }

        private Optional<BigDecimal> compared(UnitFigures unit) {
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
}
