package huibao.store;

import huibao.model.Bulletin;
import huibao.model.ItemCode;
import huibao.model.RevisionReason;
import huibao.model.TargetBasis;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why an attainment is published otherwise than before: the target or its allocation, or the reasons of the
 * figures beneath it; failing these, of earlier periods' figures, which bounds look back to; failing these too, of
 * other units' figures, which ranks depend on.
 */
final class AttainmentReasons {

    private static final Set<String> TARGET = Set.of("measure", "comparator", "target_value", "basis", "unit_measure");
    private static final Set<String> FIGURES = Set.of(
            "obs_value",
            "level_value",
            "prior_year_value",
            "denominator_value",
            "growth_percent",
            "forecast_value",
            "low_value",
            "high_value",
            "reporting_rate",
            "obs_status");
    private static final Set<String> OF_ALLOCATION =
            Set.of(TargetBasis.ALLOCATION.name(), TargetBasis.ILLUSTRATIVE.name());

    private final Map<UnitCode, UnitKind> kinds = new HashMap<>();
    private final Map<TargetCode, List<ItemCode>> items = new HashMap<>();
    private final boolean sameCatalogue;
    private final Map<ItemCode, Map<UnitCode, Set<RevisionReason>>> current = new HashMap<>();
    private final Map<ItemCode, Map<UnitCode, Set<RevisionReason>>> earlier = new HashMap<>();

    AttainmentReasons(Session session, Bulletin bulletin, PublishedNames names, boolean sameCatalogue)
            throws SQLException {
        this.sameCatalogue = sameCatalogue;
        names.units().forEach(unit -> kinds.put(unit.code(), unit.kind()));
        names.targets().forEach(target -> items.put(target.code(), target.items()));
        session.query(
                "select-figure-reasons",
                row -> note(
                        earlier,
                        new ItemCode(row.text("item")),
                        new UnitCode(row.text("ref_area")),
                        row.constant("reason", RevisionReason.class)),
                bulletin.at(),
                Integer.toString(bulletin.period().year()),
                bulletin.period());
    }

    /** Takes note of why a figure of this period changed. */
    void note(FigureHistory.Change change, RevisionReason reason) {
        note(current, change.item(), change.unit(), reason);
    }

    /** One or more reasons, in the order of the enumeration. */
    List<RevisionReason> of(AttainmentHistory.Change change) {
        Set<RevisionReason> reasons = EnumSet.noneOf(RevisionReason.class);
        if (change.differsIn(TARGET)) {
            boolean allocation = change.saysOrSaid("basis").anyMatch(OF_ALLOCATION::contains);
            reasons.add(allocation ? RevisionReason.ALLOCATION_CHANGE : RevisionReason.TARGET_CHANGE);
        }
        if (change.differsIn(FIGURES)) {
            reasons.addAll(beneath(change, current));
            if (reasons.isEmpty()) {
                reasons.addAll(beneath(change, earlier));
            }
        }
        if (reasons.isEmpty()) {
            items(change)
                    .forEach(item ->
                            current.getOrDefault(item, Map.of()).values().forEach(reasons::addAll));
        }
        if (reasons.isEmpty()) {
            reasons.add(sameCatalogue ? RevisionReason.RECALCULATION : RevisionReason.RULE_CHANGE);
        }
        return List.copyOf(reasons);
    }

    private Set<RevisionReason> beneath(
            AttainmentHistory.Change change, Map<ItemCode, Map<UnitCode, Set<RevisionReason>>> noted) {
        Set<RevisionReason> reasons = EnumSet.noneOf(RevisionReason.class);
        for (ItemCode item : items(change)) {
            Map<UnitCode, Set<RevisionReason>> ofUnits = noted.getOrDefault(item, Map.of());
            if (kind(change.refArea()) == UnitKind.CITY) {
                // Everyone but the zones, whose figures are in their hosts', is part of the city.
                ofUnits.forEach((unit, why) -> {
                    if (unit.equals(change.refArea()) || kind(unit) != UnitKind.ZONE) {
                        reasons.addAll(why);
                    }
                });
            } else {
                reasons.addAll(ofUnits.getOrDefault(change.refArea(), Set.of()));
            }
        }
        return reasons;
    }

    private UnitKind kind(UnitCode code) {
        return kinds.getOrDefault(code, UnitKind.DISTRICT);
    }

    private List<ItemCode> items(AttainmentHistory.Change change) {
        return items.getOrDefault(change.target(), List.of());
    }

    private static Set<RevisionReason> note(
            Map<ItemCode, Map<UnitCode, Set<RevisionReason>>> where,
            ItemCode item,
            UnitCode unit,
            RevisionReason reason) {
        Set<RevisionReason> reasons = where.computeIfAbsent(item, any -> new HashMap<>())
                .computeIfAbsent(unit, any -> EnumSet.noneOf(RevisionReason.class));
        reasons.add(reason);
        return reasons;
    }
}
