package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.Revision;
import huibao.model.SourcedObservation;
import huibao.model.UnitCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Function<UnitCode, Map<ItemCode, StandingFigure>> now = current.byUnit();
        Function<UnitCode, Map<ItemCode, StandingFigure>> before =
                previous.map(Standing::byUnit).orElse(unit -> Map.of());
        List<UnitFigures> units = catalogue.units().stream()
                .map(unit -> new UnitFigures(unit, now.apply(unit.code()), before.apply(unit.code())))
                .toList();
        return new CityContext(units, revisions);
    }

    /**
     * One period.
     *
     * @param figures of the units
     * @param observations where the figures come from, for their cells; may lack some
     */
    public record Standing(List<ItemFigure> figures, List<SourcedObservation> observations) {

        private Function<UnitCode, Map<ItemCode, StandingFigure>> byUnit() {
            Map<UnitCode, List<ItemFigure>> figuresOf =
                    figures.stream().collect(Collectors.groupingBy(ItemFigure::refArea));
            Map<UnitCode, List<SourcedObservation>> rowsOf = observations.stream()
                    .collect(
                            Collectors.groupingBy(row -> row.submission().unit().orElseThrow()));
            return unit -> StandingFigure.byItem(
                    figuresOf.getOrDefault(unit, List.of()), rowsOf.getOrDefault(unit, List.of()));
        }
    }
}
