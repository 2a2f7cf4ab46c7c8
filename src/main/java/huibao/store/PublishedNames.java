package huibao.store;

import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the database takes of a job so that its codes can be read. Lists are in print order. */
public final class PublishedNames {

    private final List<Unit> units;
    private final List<Item> items;
    private final List<Target> targets;
    private final List<Milestone> milestones;
    private final Map<UnitCode, Unit> unitsByCode;
    private final Map<ItemCode, Item> itemsByCode;
    private final Map<TargetCode, Target> targetsByCode;

    /**
     * @param units reporting units
     * @param items reported items
     * @param targets targets of the report
     * @param milestones promises without a number
     */
    public PublishedNames(List<Unit> units, List<Item> items, List<Target> targets, List<Milestone> milestones) {
        this.units = List.copyOf(units);
        this.items = List.copyOf(items);
        this.targets = List.copyOf(targets);
        this.milestones = List.copyOf(milestones);
        this.unitsByCode = byCode(units, Unit::code);
        this.itemsByCode = byCode(items, Item::code);
        this.targetsByCode = byCode(targets, Target::code);
    }

    private static <K, V> Map<K, V> byCode(List<V> all, Function<V, K> code) {
        return all.stream().collect(Collectors.toUnmodifiableMap(code, Function.identity()));
    }

    List<Unit> units() {
        return units;
    }

    List<Item> items() {
        return items;
    }

    List<Target> targets() {
        return targets;
    }

    List<Milestone> milestones() {
        return milestones;
    }

    Optional<Unit> findUnit(UnitCode code) {
        return Optional.ofNullable(unitsByCode.get(code));
    }

    Optional<Item> findItem(ItemCode code) {
        return Optional.ofNullable(itemsByCode.get(code));
    }

    Optional<Target> findTarget(TargetCode code) {
        return Optional.ofNullable(targetsByCode.get(code));
    }

    Target requireTarget(TargetCode code) {
        return findTarget(code).orElseThrow(() -> new IllegalArgumentException("the job has no target " + code));
    }

    Unit requireUnit(UnitCode code) {
        return findUnit(code).orElseThrow(() -> new IllegalArgumentException("the job has no unit " + code));
    }
}
