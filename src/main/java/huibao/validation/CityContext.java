package huibao.validation;

import huibao.model.Revision;
import java.util.List;

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
}
