package huibao.validation;

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

    /** What a revision is of. */
    private record Key(String item, UnitCode unit) {}

    @Override
    public List<CityCheck> checks(CityRun run) {
        BigDecimal percent = run.limits().requireNotNegative("percent");
        Map<Key, BigDecimal> changes = changes(run.revisions());
        return run.ofItems(item -> new CityCheck() {

            private final ConcernedUnits changed = new ConcernedUnits();
            private BigDecimal change = BigDecimal.ZERO;
            private BigDecimal standing = BigDecimal.ZERO;

            @Override
            public void sum(UnitFigures unit) {
                StandingFigure before = unit.before(item);
                if (!unit.countsFor(item) || before.value().isEmpty()) {
                    return;
                }
                BigDecimal own = changes.getOrDefault(
                        new Key(item.code().value(), unit.unit().code()), BigDecimal.ZERO);
                standing = standing.add(before.value().get());
                change = change.add(own);
                if (own.signum() != 0) {
                    changed.add(unit.unit(), before);
                }
            }

            @Override
            public List<RuleResult> results() {
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
        });
    }

    private static Map<Key, BigDecimal> changes(List<Revision> revisions) {
        Map<Key, BigDecimal> changes = new HashMap<>();
        for (Revision revision : revisions) {
            if (revision.figure() == RevisedFigure.VALUE) {
                revision.difference()
                        .ifPresent(difference -> changes.merge(
                                new Key(revision.code(), revision.refArea()), difference, BigDecimal::add));
            }
        }
        return changes;
    }
}
