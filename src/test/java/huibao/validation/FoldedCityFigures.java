package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.CellRef;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.Reporter;
import huibao.model.Revision;
import huibao.model.Rule;
import huibao.model.SourcedObservation;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The units' figures by item and unit, this period and the one before. */
final class FoldedCityFigures {

    /** Codes of the units a finding is about, separated by blanks. */
    static final String AREA = "area";

    private final Catalogue catalogue;
    private final Period now;
    private final Period before;
    private final List<Revision> revisions;

    FoldedCityFigures(Catalogue catalogue, FoldedCityContext context) {
        this.catalogue = catalogue;
        this.now = new Period(context.current());
        this.before =
                new Period(context.previous().orElseGet(() -> new FoldedCityContext.Standing(List.of(), List.of())));
        this.revisions = context.revisions();
    }

    /** The figures of one period. */
    static final class Period {

        private record Key(ItemCode item, UnitCode unit) {}

        private final Map<Key, ItemFigure> figures = new HashMap<>();
        private final Map<Key, CellRef> cells = new HashMap<>();

        private Period(FoldedCityContext.Standing standing) {
            standing.figures().forEach(figure -> figures.put(new Key(figure.item(), figure.refArea()), figure));
            for (SourcedObservation row : standing.observations()) {
                row.observation()
                        .value()
                        .at()
                        .ifPresent(cell -> cells.put(
                                new Key(
                                        row.observation().item(),
                                        row.submission().unit().orElseThrow()),
                                cell));
            }
        }

        Optional<BigDecimal> value(Item item, Unit unit) {
            return find(item, unit).flatMap(ItemFigure::value);
        }

        Optional<BigDecimal> priorYear(Item item, Unit unit) {
            return find(item, unit).flatMap(ItemFigure::priorYear);
        }

        boolean has(Item item, Unit unit) {
            return value(item, unit).isPresent();
        }

        BigDecimal sum(Item item, List<Unit> units) {
            return units.stream().flatMap(unit -> value(item, unit).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal priorYearSum(Item item, List<Unit> units) {
            return units.stream()
                    .flatMap(unit -> priorYear(item, unit).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        List<CellRef> cells(Item item, List<Unit> units) {
            return units.stream()
                    .flatMap(unit -> Optional.ofNullable(cells.get(new Key(item.code(), unit.code()))).stream())
                    .toList();
        }

        private Optional<ItemFigure> find(Item item, Unit unit) {
            return Optional.ofNullable(figures.get(new Key(item.code(), unit.code())));
        }
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Period now() {
        return now;
    }

    Period before() {
        return before;
    }

    List<Revision> revisions() {
        return revisions;
    }

    /** The items a rule covers that districts report, in print order. */
    List<Item> districtItems(Rule rule) {
        return catalogue.items().stream()
                .filter(item -> rule.items().contains(item.code()) && item.reporter() == Reporter.DISTRICT)
                .toList();
    }

    /** The districts whose figures are there in both periods: a comparison is of the same units. */
    List<Unit> inBoth(Item item) {
        return catalogue.contributorsOf(item).stream()
                .filter(unit -> now.has(item, unit) && before.has(item, unit))
                .toList();
    }

    /** A failure of units' figures of this period, with their names and cells. */
    RuleResult failed(Item item, List<Unit> units, Map<String, String> parameters) {
        return failed(item, units, now.cells(item, units), parameters);
    }

    /** A failure of units' figures that stand in these cells. */
    static RuleResult failed(Item item, List<Unit> units, List<CellRef> cells, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(AREA, units.stream().map(unit -> unit.code().value()).collect(Collectors.joining(" ")));
        all.putIfAbsent("other", units.stream().map(Unit::nameZh).collect(Collectors.joining("、")));
        return RuleResult.failed(item, cells, all);
    }
}
