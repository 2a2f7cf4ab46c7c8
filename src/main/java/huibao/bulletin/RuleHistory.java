package huibao.bulletin;

import huibao.bulletin.RuleHit.Explanation;
import huibao.catalogue.Catalogue;
import huibao.model.Outcome;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.store.Registry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule has said since the registry exists, and what came of it. */
public final class RuleHistory {

    private final Catalogue catalogue;
    private final Registry registry;

    /**
     * @param catalogue the job
     * @param registry what was judged and published
     */
    public RuleHistory(Catalogue catalogue, Registry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /** Everything a rule failed: forms in receipt order, then the city's sums as they are published, by period. */
    public List<RuleHit> of(String rule) {
        Corrections corrections = new Corrections(registry);
        Stream<RuleHit> onForms = registry.rules().findings(rule).stream()
                .filter(sourced -> sourced.finding().outcome() == Outcome.FAILED)
                .filter(sourced -> sourced.submission().period().isPresent())
                .map(sourced -> hit(sourced, corrections));
        Stream<RuleHit> onSums = registry.rules().cityFindings(rule).stream()
                .filter(published -> published.finding().outcome() == Outcome.FAILED)
                .map(published -> RuleHit.onSums(
                        published.period(),
                        published.finding(),
                        catalogue.city().code()));
        return Stream.concat(onForms, onSums).toList();
    }

    private static RuleHit hit(SourcedFinding sourced, Corrections corrections) {
        SubmissionRecord record = sourced.submission();
        return new RuleHit(
                record.submissionId(),
                record.unit().orElseThrow(),
                record.period().orElseThrow(),
                Optional.of(record.state()),
                sourced.finding(),
                sourced.finding().explanation().isEmpty() ? Explanation.NONE : Explanation.GIVEN,
                corrections.of(record, sourced.finding()));
    }
}
