package huibao.lineage;

import huibao.bulletin.RuleHistory;
import huibao.bulletin.RuleHit;
import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.store.Registry;
import java.util.List;

/**
 * What a kind of finding has said since the registry exists.
 *
 * @param subject the kind of finding
 * @param fired what each of its rules has said
 */
public record RuleLineage(Subject.OfRule subject, List<Fired> fired) {

    /** Everything there is. */
    public static RuleLineage of(Subject.OfRule subject, Catalogue catalogue, Registry registry) {
        RuleHistory history = new RuleHistory(catalogue, registry);
        return new RuleLineage(
                subject,
                subject.codes().stream()
                        .map(code -> new Fired(code, history.of(code)))
                        .toList());
    }

    /**
     * What a rule has said.
     *
     * @param rule its code
     * @param hits each time it failed something
     */
    public record Fired(String rule, List<RuleHit> hits) {

        /** On which forms; none if it is about the city's sums. */
        public List<String> submissions() {
            return hits.stream()
                    .map(RuleHit::submissionId)
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .toList();
        }

        /** For which periods. */
        public List<Period> periods() {
            return hits.stream().map(RuleHit::period).distinct().sorted().toList();
        }
    }
}
