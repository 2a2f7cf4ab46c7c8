package huibao.validation;

import huibao.model.ItemCode;
import huibao.model.Submission;
import huibao.model.UnitCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the registry knows that rules compare with. What is not known is not judged.
 *
 * @param previous accepted, the latest earlier period of the same year
 * @param lastYear accepted, the same period a year before
 * @param related accepted, the same period, by unit: the zones of a district; the host of a zone and the
 *     host's other zones
 * @param alike accepted forms that share many figures with this one, the most alike first: of other units
 *     for the same period, of this unit for an earlier period of the year
 * @param given what the previous form explains, by item
 * @param standing the version accepted for the same unit and period, which this one would replace
 * @param others what other units report, looked up when a rule asks
 */
public record Context(
        Optional<Submission> previous,
        Optional<Submission> lastYear,
        Map<UnitCode, Submission> related,
        List<Submission> alike,
        Map<ItemCode, GivenExplanation> given,
        Optional<AcceptedVersion> standing,
        OtherForms others) {

    public Context {
        related = Map.copyOf(related);
        alike = List.copyOf(alike);
        given = Map.copyOf(given);
    }

    /** Nothing is known of other units but what is alike. */
    public Context(
            Optional<Submission> previous,
            Optional<Submission> lastYear,
            Map<UnitCode, Submission> related,
            List<Submission> alike,
            Map<ItemCode, GivenExplanation> given,
            Optional<AcceptedVersion> standing) {
        this(previous, lastYear, related, alike, given, standing, List::of);
    }

    /** Nothing to compare with. */
    public static Context none() {
        return new Context(Optional.empty(), Optional.empty(), Map.of(), List.of(), Map.of(), Optional.empty());
    }
}
