package huibao.submission;

import huibao.model.CaptionWords;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is looked up in a job's lists while a form is read; made once for all forms, and never changed. */
final class FormIndex {

    private final FormDefinition definition;
    private final Captions captions;
    private final UnitNames units;
    private final ItemNames items;
    private final Map<UnitCode, List<Milestone>> milestones = new HashMap<>();
    private final Map<UnitKind, Set<ItemCode>> asked = new EnumMap<>(UnitKind.class);

    FormIndex(FormDefinition definition) {
        this.definition = definition;
        this.captions = new Captions(CaptionWords.builtIn().with(definition.captions()), definition.year());
        this.units = new UnitNames(definition.units(), definition.year());
        this.items = new ItemNames(definition.items());
        for (Milestone milestone : definition.milestones()) {
            for (UnitCode reporter : milestone.reporters()) {
                milestones.computeIfAbsent(reporter, unit -> new ArrayList<>()).add(milestone);
            }
        }
        for (UnitKind kind : UnitKind.values()) {
            asked.put(
                    kind,
                    definition.items().stream()
                            .filter(item -> item.reporter().asks(kind))
                            .map(Item::code)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    FormDefinition definition() {
        return definition;
    }

    Captions captions() {
        return captions;
    }

    UnitNames units() {
        return units;
    }

    ItemNames items() {
        return items;
    }

    /** The milestones a unit reports on, in print order. */
    List<Milestone> milestonesFor(Unit unit) {
        return milestones.getOrDefault(unit.code(), List.of());
    }

    /** The items a unit's form asks for. */
    Set<ItemCode> itemsFor(Unit unit) {
        return asked.getOrDefault(unit.kind(), Set.of());
    }
}
