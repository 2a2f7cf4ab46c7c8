package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.CellRef;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.Revision;
import huibao.model.SourcedObservation;
import huibao.model.UnitCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands of a city in one period, all of it in lists.
 *
 * @param figures of the units
 * @param observations where the figures come from, for their cells; may lack some
 */
public record CityStanding(List<ItemFigure> figures, List<SourcedObservation> observations) {

    public CityStanding {
        figures = List.copyOf(figures);
        observations = List.copyOf(observations);
    }

    /** The same unit by unit, beside the period before. */
    public CityContext beside(Optional<CityStanding> before, Catalogue job, List<Revision> revisions) {
        return beside(before, Optional.empty(), job, revisions);
    }

    /** The same where the period before was corrected since. */
    public CityContext beside(
            Optional<CityStanding> before, Optional<CityStanding> corrected, Catalogue job, List<Revision> revisions) {
        Map<UnitCode, Map<ItemCode, StandingFigure>> now = byUnit();
        Map<UnitCode, Map<ItemCode, StandingFigure>> then =
                before.map(CityStanding::byUnit).orElse(Map.of());
        Map<UnitCode, Map<ItemCode, StandingFigure>> since =
                corrected.map(CityStanding::byUnit).orElse(Map.of());
        List<UnitFigures> units = job.units().stream()
                .map(unit -> new UnitFigures(
                        unit,
                        now.getOrDefault(unit.code(), Map.of()),
                        then.getOrDefault(unit.code(), Map.of()),
                        since.getOrDefault(unit.code(), Map.of())))
                .toList();
        return new CityContext(units, revisions);
    }

    private Map<UnitCode, Map<ItemCode, StandingFigure>> byUnit() {
        Map<String, CellRef> cells = new HashMap<>();
        for (SourcedObservation row : observations) {
            row.observation()
                    .value()
                    .at()
                    .ifPresent(cell -> cells.put(
                            row.submission().unit().orElseThrow()
                                    + " "
                                    + row.observation().item(),
                            cell));
        }
        Map<UnitCode, Map<ItemCode, StandingFigure>> byUnit = new HashMap<>();
        for (ItemFigure figure : figures) {
            byUnit.computeIfAbsent(figure.refArea(), unit -> new HashMap<>())
                    .put(
                            figure.item(),
                            new StandingFigure(
                                    figure.value(),
                                    figure.priorYear(),
                                    Optional.ofNullable(cells.get(figure.refArea() + " " + figure.item()))));
        }
        return byUnit;
    }
}
