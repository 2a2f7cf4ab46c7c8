package huibao.validation;

import huibao.model.ItemFigure;
import huibao.model.Revision;
import huibao.model.SourcedObservation;
import java.util.List;
import java.util.Optional;

/**
 * What stands of the city, and what it is compared with.
 *
 * @param current the period checked
 * @param previous the period before it in the year, as it stands now; empty for the first
 * @param revisions what changed of the previous period after it was due
 */
record FoldedCityContext(Standing current, Optional<Standing> previous, List<Revision> revisions) {

    public FoldedCityContext {
        revisions = List.copyOf(revisions);
    }

    /**
     * One period.
     *
     * @param figures of the units; the city's own among them are not looked at
     * @param observations where the figures come from, for their cells; may lack some
     */
    public record Standing(List<ItemFigure> figures, List<SourcedObservation> observations) {

        public Standing {
            figures = List.copyOf(figures);
            observations = List.copyOf(observations);
        }
    }
}
