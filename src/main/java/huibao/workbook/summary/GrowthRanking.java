package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The districts' growth on each growth target, the highest first; of very many, those at both ends. */
final class GrowthRanking {

    private static final int SORTED_AT_ONCE = 8;

    private final Map<TargetCode, Ranking> rankings = new LinkedHashMap<>();
    private final int most;

    /** @param most how many are kept of each target, half of them from either end */
    GrowthRanking(List<Target> targets, int most) {
        this.most = most;
        targets.stream()
                .filter(target -> target.measure() == Measure.GROWTH)
                .forEach(target -> rankings.put(target.code(), new Ranking(target)));
    }

    /** A district's growth in percent. */
    record Growth(Unit unit, BigDecimal growth) {}

    private final class Ranking {

        private final Target target;
        private final List<Growth> values = new ArrayList<>();
        private int count;

        private Ranking(Target target) {
            this.target = target;
        }

        private void add(Growth value) {
            count++;
            values.add(value);
            if (values.size() >= SORTED_AT_ONCE * most) {
                order();
            }
        }

        /** Districts come in print order, and of equal ones the first stays the first. */
        private List<Growth> order() {
            values.sort(Comparator.comparing(Growth::growth).reversed());
            if (values.size() > most) {
                values.subList(most / 2, values.size() - most / 2).clear();
            }
            return values;
        }
    }

    /** Takes a district; districts come in print order. */
    void add(Unit district, Map<TargetCode, Attainment> own) {
        rankings.forEach((code, ranking) -> Optional.ofNullable(own.get(code))
                .flatMap(Attainment::obsValue)
                .ifPresent(value -> ranking.add(new Growth(district, value))));
    }

    /** The targets that most districts have a value on. */
    List<Target> mostRanked(int targets) {
        return rankings.values().stream()
                .filter(ranking -> ranking.count > 0)
                .sorted(Comparator.comparing((Ranking ranking) -> -ranking.count))
                .limit(targets)
                .map(ranking -> ranking.target)
                .toList();
    }

    /** The highest first. */
    List<Growth> of(Target target) {
        return Optional.ofNullable(rankings.get(target.code()))
                .map(ranking -> List.copyOf(ranking.order()))
                .orElse(List.of());
    }

    /** Whether every district with a value is in it. */
    boolean isWhole(Target target) {
        return Optional.ofNullable(rankings.get(target.code()))
                .filter(ranking -> ranking.count > most)
                .isEmpty();
    }
}
