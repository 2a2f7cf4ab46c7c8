package huibao.pipeline;

import huibao.model.Outcome;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.pipeline.RuleHit.Explanation;
import huibao.store.Registry;
import java.util.List;
import java.util.Optional;

/** What a rule has said since the registry exists, and what came of it. */
public final class RuleHistory {

    private final Registry registry;

    public RuleHistory(Registry registry) {
        this.registry = registry;
    }

    /** Everything a rule failed, in receipt order. */
    public List<RuleHit> of(String rule) {
        Corrections corrections = new Corrections(registry);
        return registry.findingsOfRule(rule).stream()
                .filter(sourced -> sourced.finding().outcome() == Outcome.FAILED)
                .filter(sourced -> sourced.submission().period().isPresent())
                .map(sourced -> hit(sourced, corrections))
                .toList();
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
