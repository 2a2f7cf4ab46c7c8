package huibao.store;

import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.util.List;
import java.util.Optional;

/**
 * What the database takes of a job so that its codes can be read: the tables unit, item, target and
 * milestone. Lists are in print order.
 *
 * @param units reporting units
 * @param items reported items
 * @param targets targets of the report
 * @param milestones promises without a number
 */
public record PublishedNames(List<Unit> units, List<Item> items, List<Target> targets, List<Milestone> milestones) {

    public PublishedNames {
        units = List.copyOf(units);
        items = List.copyOf(items);
        targets = List.copyOf(targets);
        milestones = List.copyOf(milestones);
    }

    Optional<Item> findItem(ItemCode code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    Target requireTarget(TargetCode code) {
        return targets.stream()
                .filter(target -> target.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the job has no target " + code));
    }

    Unit requireUnit(UnitCode code) {
        return units.stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the job has no unit " + code));
    }
}
