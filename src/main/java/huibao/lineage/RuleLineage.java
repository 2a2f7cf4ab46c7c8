package huibao.lineage;

import huibao.bulletin.RuleHistory;
import huibao.bulletin.RuleHit;
import huibao.catalogue.Catalogue;
import huibao.json.Inline;
import huibao.model.Period;
import huibao.store.Registry;
import java.util.List;

/**
 * What a rule has said so far.
 *
 * @param subject the kind of finding
 * @param fired how often each of its rules fired
 */
public record RuleLineage(@Inline Subject.OfRule subject, List<Fired> fired) {

    /** Counted over everything there is. */
    public static RuleLineage of(Subject.OfRule subject, Catalogue catalogue, Registry registry) {
        RuleHistory history = new RuleHistory(catalogue, registry);
        return new RuleLineage(
                subject,
                subject.codes().stream()
                        .map(code -> Fired.of(code, history.of(code)))
                        .toList());
    }

    /**
     * How often a rule fired.
     *
     * @param rule the rule
     * @param hits how often
     * @param submissions on which forms; none if it is about the city's sums
     * @param periods for which periods
     */
    public record Fired(String rule, int hits, List<String> submissions, List<Period> periods) {

        private static Fired of(String rule, List<RuleHit> hits) {
            return new Fired(
                    rule,
                    hits.size(),
                    hits.stream()
                            .map(RuleHit::submissionId)
                            .filter(id -> !id.isEmpty())
                            .distinct()
                            .toList(),
                    hits.stream().map(RuleHit::period).distinct().sorted().toList());
        }
    }
}
