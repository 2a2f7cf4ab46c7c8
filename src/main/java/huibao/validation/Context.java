package huibao.validation;

import huibao.model.Submission;
import huibao.model.UnitCode;
import java.util.Map;
import java.util.Optional;

/**
 * What the registry knows that rules compare with. What is not known is not judged.
 *
 * @param previous accepted, the latest earlier period of the same year
 * @param lastYear accepted, the same period a year before
 * @param related accepted, the same period, by unit: the zones of a district; the host of a zone and the
 *     host's other zones
 */
public record Context(Optional<Submission> previous, Optional<Submission> lastYear, Map<UnitCode, Submission> related) {

    public Context {
        related = Map.copyOf(related);
    }

    /** Nothing to compare with. */
    public static Context none() {
        return new Context(Optional.empty(), Optional.empty(), Map.of());
    }
}
