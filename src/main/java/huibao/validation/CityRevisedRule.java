package huibao.validation;

import huibao.model.Item;
import huibao.model.RevisedFigure;
import huibao.model.Revision;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sum of the previous period stands as it stood when it was due: by how much the accepted figures were
 * revised, in percent of what they were. A unit that came late revises nothing.
 */
final class CityRevisedRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal percent = run.limits().requireNotNegative("percent");
        Map<String, Map<UnitCode, BigDecimal>> changes = new HashMap<>();
        for (Revision revision : run.revisions()) {
            if (revision.figure() == RevisedFigure.VALUE) {
                revision.difference()
                        .ifPresent(difference -> changes.computeIfAbsent(revision.code(), item -> new HashMap<>())
                                .merge(revision.refArea(), difference, BigDecimal::add));
            }
        }
        return run.ofItems(item ->
                new Revised(item, percent, changes.getOrDefault(item.code().value(), Map.of())));
    }

    private static final class Revised implements CityCheck {

        private final Item item;
        private final BigDecimal percent;
        private final Map<UnitCode, BigDecimal> changes;
        private final ConcernedUnits changed = new ConcernedUnits();
        private BigDecimal change = BigDecimal.ZERO;
        private BigDecimal standing = BigDecimal.ZERO;

        Revised(Item item, BigDecimal percent, Map<UnitCode, BigDecimal> changes) {
            this.item = item;
            this.percent = percent;
            this.changes = changes;
        }

        @Override
        public void sum(UnitFigures unit) {
            StandingFigure before = unit.before(item);
            if (!unit.countsFor(item) || before.value().isEmpty()) {
                return;
            }
            standing = standing.add(before.value().get());
            BigDecimal own = changes.getOrDefault(unit.unit().code(), BigDecimal.ZERO);
            change = change.add(own);
            if (own.signum() != 0) {
                changed.add(unit.unit(), before);
            }
        }

        @Override
        public List<Verdict> verdicts() {
            BigDecimal was = standing.subtract(change);
            return change.abs().movePointRight(2).compareTo(percent.multiply(was.abs())) > 0
                    ? List.of(changed.failed(
                            item,
                            Map.of(
                                    "found", Texts.plain(standing),
                                    "previous", Texts.plain(was),
                                    "limit", Texts.plain(percent))))
                    : List.of();
        }
    }
}
