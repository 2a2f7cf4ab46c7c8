package huibao.bulletin;

import huibao.bulletin.RuleHit.Explanation;
import huibao.catalogue.Catalogue;
import huibao.model.Bulletin;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind.RaisedBy;
import huibao.model.FindingKind.Scope;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Rule;
import huibao.model.SubmissionRecord;
import huibao.model.Unjudged;
import huibao.store.Registry;
import huibao.validation.Validator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a rule would have said of everything ever sent, each form beside what it was judged beside; nothing
 * is written. The job's other rules run with it, so that what another rule already explains is not counted.
 */
public final class Rehearsal {

    private final Catalogue catalogue;
    private final Registry registry;

    /**
     * @param catalogue the job
     * @param registry what was sent
     */
    public Rehearsal(Catalogue catalogue, Registry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /**
     * What a rehearsal showed.
     *
     * @param rule the rule, as it was run
     * @param forms how many forms, or for a rule over the city's sums periods, it was run over
     * @param hits what it would have said, by period, then unit in print order
     * @param outcomes how often it came to each outcome
     * @param unjudged how often it could not judge, by reason
     * @param broken why it cannot run; empty if it can
     */
    public record Result(
            Rule rule,
            int forms,
            List<RuleHit> hits,
            SortedMap<Outcome, Integer> outcomes,
            SortedMap<Unjudged, Integer> unjudged,
            Optional<String> broken) {

        public Result {
            hits = List.copyOf(hits);
            outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
            unjudged = Collections.unmodifiableSortedMap(new TreeMap<>(unjudged));
        }

        /** The hits in numbers. */
        public HitCounts counts() {
            return HitCounts.of(hits);
        }
    }

    /** Runs a rule, whatever its state, over all stored forms, or those of one period. */
    public Result run(Rule candidate, Optional<Period> only) {
        Rule rule = new Rule(
                candidate.code(),
                candidate.kind(),
                candidate.severity(),
                Rule.State.ON,
                candidate.items(),
                candidate.parameters());
        List<Rule> rules = new ArrayList<>(catalogue.rules().stream()
                .filter(other -> !other.code().equals(rule.code()))
                .toList());
        rules.add(0, rule);
        Catalogue rehearsed = catalogue.withRules(rules);
        return rule.kind().scope() == Scope.CITY ? overSums(rehearsed, rule, only) : overForms(rehearsed, rule, only);
    }

    private Result overForms(Catalogue rehearsed, Rule rule, Optional<Period> only) {
        ComparisonBasis standing = new ComparisonBasis(rehearsed, registry);
        Validator validator = new Validator(rehearsed);
        Corrections corrections = new Corrections(registry);
        Count count = new Count(rule);
        Consumer<SubmissionRecord> run = record -> registry.asRead(record).ifPresent(form -> {
            Reading reading = new Reading(record.file(), Optional.of(form), said(record));
            Decision decision = validator.validate(reading, standing.contextOf(record, form));
            count.add(decision);
            for (Finding finding : count.failed(decision.findings())) {
                count.hits.add(new RuleHit(
                        record.submissionId(),
                        form.unit(),
                        form.period(),
                        Optional.of(record.state()),
                        finding,
                        explanation(decision, finding),
                        corrections.of(record, finding)));
            }
        });
        only.ifPresentOrElse(
                period -> registry.submissions(period).forEach(run), () -> registry.forEachSubmission(run));
        return count.result(rehearsed);
    }

    private Result overSums(Catalogue rehearsed, Rule rule, Optional<Period> only) {
        Bulletins bulletins = Bulletins.asPublished(rehearsed, registry);
        Count count = new Count(rule);
        for (Period period : rehearsed.periods()) {
            if (only.map(period::equals).orElse(registry.isAnythingSentFor(period))) {
                Bulletin bulletin = bulletins.of(period);
                count.forms++;
                for (Finding finding : count.failed(bulletin.cityFindings())) {
                    count.hits.add(
                            RuleHit.onSums(period, finding, rehearsed.city().code()));
                }
            }
        }
        return count.result(rehearsed);
    }

    /** What reading said of a form, as the registry keeps it. */
    private List<Finding> said(SubmissionRecord record) {
        return registry.findings(record).stream()
                .filter(finding -> finding.kind().raisedBy() == RaisedBy.READING)
                .map(finding ->
                        Finding.ofReading(finding.kind(), finding.item(), finding.cells(), finding.parameters()))
                .toList();
    }

    private static Explanation explanation(Decision decision, Finding finding) {
        boolean given = !finding.explanation().isEmpty()
                || finding.item()
                        .filter(decision.usableExplanations()::contains)
                        .isPresent();
        return given ? Explanation.GIVEN : Explanation.NONE;
    }

    /** A result as it grows. */
    private static final class Count {

        private final Rule rule;
        private final List<RuleHit> hits = new ArrayList<>();
        private final SortedMap<Outcome, Integer> outcomes = new TreeMap<>();
        private final SortedMap<Unjudged, Integer> unjudged = new TreeMap<>();
        private Optional<String> broken = Optional.empty();
        private int forms;

        Count(Rule rule) {
            this.rule = rule;
        }

        void add(Decision decision) {
            forms++;
            decision.tally()
                    .getOrDefault(rule.code(), new TreeMap<>())
                    .forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
            decision.unjudged()
                    .getOrDefault(rule.code(), new TreeMap<>())
                    .forEach((why, times) -> unjudged.merge(why, times, Integer::sum));
        }

        /** The rule's own findings; that it is broken is remembered. */
        List<Finding> failed(List<Finding> findings) {
            List<Finding> own = findings.stream()
                    .filter(finding -> finding.rule().equals(rule.code()))
                    .toList();
            own.stream()
                    .filter(finding -> finding.outcome() == Outcome.BROKEN)
                    .findFirst()
                    .ifPresent(
                            finding -> broken = Optional.of(finding.parameters().getOrDefault(Finding.FOUND, "")));
            return own.stream()
                    .filter(finding -> finding.outcome() == Outcome.FAILED)
                    .toList();
        }

        Result result(Catalogue catalogue) {
            List<RuleHit> sorted = hits.stream()
                    .sorted(Comparator.comparing(RuleHit::period)
                            .thenComparingInt(
                                    hit -> catalogue.requireUnit(hit.unit()).order())
                            .thenComparing(RuleHit::submissionId))
                    .toList();
            return new Result(rule, forms, sorted, outcomes, unjudged, broken);
        }
    }
}
