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
 * What stands of the city, and what it is compared with.
 *
 * @param units every unit of the job in print order, with its figures; gone through twice, one unit at a time
 * @param revisions what changed of the previous period after it was due
 */
public record CityContext(Iterable<UnitFigures> units, List<Revision> revisions) {

    public CityContext {
        revisions = List.copyOf(revisions);
    }

    /**
     * The units of a job by what stands of them.
     *
     * @param current the period checked
     * @param previous the period before it in the year, as it stands now; empty for the first
     */
    public static CityContext of(
            Catalogue catalogue, Standing current, Optional<Standing> previous, List<Revision> revisions) {
        Map<UnitCode, Map<ItemCode, StandingFigure>> now = current.byUnit();
        Map<UnitCode, Map<ItemCode, StandingFigure>> before =
                previous.map(Standing::byUnit).orElse(Map.of());
        return new CityContext(
                catalogue.units().stream()
                        .map(unit -> new UnitFigures(
                                unit,
                                now.getOrDefault(unit.code(), Map.of()),
                                before.getOrDefault(unit.code(), Map.of())))
                        .toList(),
                revisions);
    }

    /**
     * One period.
     *
     * @param figures of the units
     * @param observations where the figures come from, for their cells; may lack some
     */
    public record Standing(List<ItemFigure> figures, List<SourcedObservation> observations) {

        public Standing {
            figures = List.copyOf(figures);
            observations = List.copyOf(observations);
        }

        private Map<UnitCode, Map<ItemCode, StandingFigure>> byUnit() {
            Map<UnitCode, Map<ItemCode, CellRef>> cells = new HashMap<>();
            for (SourcedObservation row : observations) {
                row.observation()
                        .value()
                        .at()
                        .ifPresent(cell -> cells.computeIfAbsent(
                                        row.submission().unit().orElseThrow(), unit -> new HashMap<>())
                                .put(row.observation().item(), cell));
            }
            Map<UnitCode, Map<ItemCode, StandingFigure>> byUnit = new HashMap<>();
            for (ItemFigure figure : figures) {
                Optional<CellRef> cell = Optional.ofNullable(
                        cells.getOrDefault(figure.refArea(), Map.of()).get(figure.item()));
                byUnit.computeIfAbsent(figure.refArea(), unit -> new HashMap<>())
                        .put(figure.item(), new StandingFigure(figure.value(), figure.priorYear(), cell));
            }
            return byUnit;
        }
    }
}
