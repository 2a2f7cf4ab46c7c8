package huibao.store;

import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.RevisionReason;
import huibao.model.Target;
import huibao.model.TargetBasis;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Session session;
    private final NewEdition edition;
    private final PublishedNames names;
    private final Noted anywhere = new Noted();
    private final Noted inTheCity = new Noted();
    private final Set<UnitCode> changed = new HashSet<>();
    private final List<Published> earlier;
    private Optional<Area> area = Optional.empty();

    AttainmentReasons(Session session, NewEdition edition, PublishedNames names) throws SQLException {
        this.session = session;
        this.edition = edition;
        this.names = names;
        this.earlier = session.query(
                "select-earlier-editions-of-run",
                row -> new Published(Period.parse(row.text("time_period")), Math.toIntExact(row.integer("edition"))),
                edition.at(),
                Integer.toString(edition.period().year()),
                edition.period());
    }

    /** An edition of a period. */
    private record Published(Period period, int edition) {}

    /**
     * Why figures beneath an area's attainments changed.
     *
     * @param of the unit, or the city
     * @param current those of this period
     * @param before those of earlier periods in the same run: bounds look back
     */
    private record Area(UnitCode of, Noted current, Noted before) {}

    /** Reasons by item. */
    private static final class Noted {

        private final Map<ItemCode, Set<RevisionReason>> reasons = new HashMap<>();

        void add(ItemCode item, RevisionReason reason) {
            reasons.computeIfAbsent(item, any -> EnumSet.noneOf(RevisionReason.class))
                    .add(reason);
        }

        Set<RevisionReason> of(List<ItemCode> items) {
            Set<RevisionReason> all = EnumSet.noneOf(RevisionReason.class);
            items.forEach(item -> all.addAll(reasons.getOrDefault(item, Set.of())));
            return all;
        }
    }

    /** Takes note of why figures of this period changed. */
    void note(UnitCode unit, ItemCode item, RevisionReason reason) {
        changed.add(unit);
        anywhere.add(item, reason);
        // The zones' figures are in their hosts'.
        if (kind(unit) != UnitKind.ZONE) {
            inTheCity.add(item, reason);
        }
    }

    /** One or more reasons, in the order of the enumeration. */
    List<RevisionReason> of(AttainmentHistory.Change change) throws SQLException {
        List<ItemCode> items =
                names.findTarget(change.target()).map(Target::items).orElse(List.of());
        Set<RevisionReason> reasons = EnumSet.noneOf(RevisionReason.class);
        if (change.differsIn(TARGET)) {
            boolean allocation = change.saysOrSaid("basis").anyMatch(OF_ALLOCATION::contains);
            reasons.add(allocation ? RevisionReason.ALLOCATION_CHANGE : RevisionReason.TARGET_CHANGE);
        }
        if (change.differsIn(FIGURES)) {
            Area beneath = beneath(change.refArea());
            reasons.addAll(beneath.current().of(items));
            if (reasons.isEmpty()) {
                reasons.addAll(beneath.before().of(items));
            }
        }
        if (reasons.isEmpty()) {
            reasons.addAll(anywhere.of(items));
        }
        if (reasons.isEmpty()) {
            reasons.add(edition.isOfTheSameCatalogue() ? RevisionReason.RECALCULATION : RevisionReason.RULE_CHANGE);
        }
        return List.copyOf(reasons);
    }

    /** Attainments come area by area. */
    private Area beneath(UnitCode refArea) throws SQLException {
        if (area.filter(known -> known.of().equals(refArea)).isEmpty()) {
            area = Optional.of(
                    kind(refArea) == UnitKind.CITY
                            ? new Area(refArea, inTheCity, noted("select-figure-reasons-of-city", earlier))
                            : ofUnit(refArea));
        }
        return area.orElseThrow();
    }

    private Area ofUnit(UnitCode unit) throws SQLException {
        List<Published> current = new ArrayList<>();
        if (changed.contains(unit)) {
            current.add(new Published(edition.period(), edition.number()));
        }
        return new Area(
                unit,
                noted("select-figure-reasons-of-unit", current, unit),
                noted("select-figure-reasons-of-unit", earlier, unit));
    }

    private Noted noted(String statement, List<Published> editions, Object... unit) throws SQLException {
        Noted noted = new Noted();
        for (Published one : editions) {
            List<Object> arguments = new ArrayList<>(List.of(one.period(), one.edition()));
            arguments.addAll(List.of(unit));
            session.each(
                    statement,
                    row -> noted.add(new ItemCode(row.text("item")), row.constant("reason", RevisionReason.class)),
                    arguments.toArray());
        }
        return noted;
    }

    private UnitKind kind(UnitCode code) {
        return names.findUnit(code).map(Unit::kind).orElse(UnitKind.DISTRICT);
    }
}
