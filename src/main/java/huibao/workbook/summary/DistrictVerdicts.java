package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Light;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Ranks and lights of all districts: what is compared across them, in a few bytes for each and each target. */
final class DistrictVerdicts {

    private final List<Target> targets;
    private final Map<TargetCode, Column> columns = new HashMap<>();
    private final List<Unit> districts = new ArrayList<>();
    private final Map<Sign, Sign> signs = new HashMap<>();

    DistrictVerdicts(List<Target> targets) {
        this.targets = targets;
        targets.forEach(target -> columns.put(target.code(), new Column()));
    }

    /**
     * What is said in one word of a district and a target; all that are alike are one object.
     *
     * @param light empty where there is no verdict
     * @param aims whether there is something to reach
     * @param shown whether the light is shown: without a target there is none
     */
    private record Sign(Optional<Light> light, boolean aims, boolean shown) {}

    /** One target's, by number of the district. */
    private static final class Column {

        /** 0 where a district has no place. */
        private final IntList ranks = new IntList();

        private final List<Sign> signs = new ArrayList<>();
        private int ranked;
        private int last;
    }

    /** Takes a district; districts come in print order. */
    void add(Unit district, Map<TargetCode, Attainment> own) {
        districts.add(district);
        columns.forEach((code, column) -> {
            Optional<Attainment> one = Optional.ofNullable(own.get(code));
            int rank = one.map(Attainment::rank).orElse(OptionalInt.empty()).orElse(0);
            column.ranks.add(rank);
            column.ranked += rank > 0 ? 1 : 0;
            column.last = Math.max(column.last, rank);
            Sign sign = new Sign(
                    one.map(Attainment::light),
                    one.flatMap(Attainment::targetValue).isPresent(),
                    one.filter(verdict -> verdict.status() != AttainmentStatus.NO_TARGET)
                            .isPresent());
            column.signs.add(signs.computeIfAbsent(sign, first -> first));
        });
    }

    List<Unit> districts() {
        return districts;
    }

    /** A district's place; empty if it is not ranked. */
    OptionalInt rank(Target target, int district) {
        int rank = column(target).ranks.get(district);
        return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /** Whether a district stands at a place or before it; where everybody has the same value, nobody leads. */
    boolean leads(Target target, int district, int place) {
        Column column = column(target);
        int rank = column.ranks.get(district);
        return column.last > 1 && rank > 0 && rank <= place;
    }

    /** The worst place anybody has; 0 if nobody is ranked. */
    int last(Target target) {
        return column(target).last;
    }

    /** How many have a place. */
    int ranked(Target target) {
        return column(target).ranked;
    }

    /** Who stands at a place. */
    List<Unit> holders(Target target, int place) {
        Column column = column(target);
        return IntStream.range(0, districts.size())
                .filter(district -> column.ranks.get(district) == place)
                .mapToObj(districts::get)
                .toList();
    }

    /** A district's light as it is printed; empty where a dash stands. */
    Optional<Light> shown(Target target, int district) {
        Sign sign = column(target).signs.get(district);
        return sign.shown() ? sign.light() : Optional.empty();
    }

    /** Who has a light. */
    List<Unit> withLight(Target target, Light light) {
        Column column = column(target);
        Optional<Light> wanted = Optional.of(light);
        return IntStream.range(0, districts.size())
                .filter(district -> column.signs.get(district).light().equals(wanted))
                .mapToObj(districts::get)
                .toList();
    }

    /** How many of a district's targets with something to reach have a light. */
    long count(int district, Light light) {
        Optional<Light> wanted = Optional.of(light);
        return targets.stream()
                .map(target -> column(target).signs.get(district))
                .filter(sign -> sign.aims() && sign.light().equals(wanted))
                .count();
    }

    private Column column(Target target) {
        return Optional.ofNullable(columns.get(target.code())).orElseThrow();
    }
}
