package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Item;
import huibao.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The units a finding over the city is about, and the cells of their figures. */
final class ConcernedUnits {

    /** Codes of the units a finding is about, separated by blanks. */
    private static final String AREA = "area";

    private final List<Unit> units = new ArrayList<>();
    private final List<CellRef> cells = new ArrayList<>();

    void add(Unit unit, StandingFigure figure) {
        units.add(unit);
        figure.cell().ifPresent(cells::add);
    }

    void addAll(ConcernedUnits others) {
        units.addAll(others.units);
        cells.addAll(others.cells);
    }

    int size() {
        return units.size();
    }

    /** Their names. */
    String names() {
        return units.stream().map(Unit::nameZh).collect(Collectors.joining("、"));
    }

    /** A failure of the item's figures of these units. */
    RuleResult failed(Item item, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(AREA, units.stream().map(unit -> unit.code().value()).collect(Collectors.joining(" ")));
        all.putIfAbsent("other", names());
        return RuleResult.failed(item, cells, all);
    }

    /** A failure of one unit's figure. */
    static RuleResult failed(Item item, Unit unit, StandingFigure figure, Map<String, String> parameters) {
        ConcernedUnits one = new ConcernedUnits();
        one.add(unit, figure);
        return one.failed(item, parameters);
    }
}
