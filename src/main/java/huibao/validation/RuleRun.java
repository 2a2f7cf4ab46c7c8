package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Outcome;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.model.Unjudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Runs the job's rules over one form; a rule that breaks stops nothing but itself. */
final class RuleRun {

    /** Kinds that take no parameters and are said in every job: they run without a line, as reading's findings do. */
    private static final Set<FindingKind> WITHOUT_A_LINE =
            Set.of(FindingKind.MILESTONE_WITHOUT_EVIDENCE, FindingKind.REPLACES_ACCEPTED);

    private final Catalogue catalogue;
    private final Explanations explanations;
    private final Tally tally;

    RuleRun(Catalogue catalogue, Explanations explanations, Tally tally) {
        this.catalogue = catalogue;
        this.explanations = explanations;
        this.tally = tally;
    }

    List<Finding> findings(JudgedForm form) {
        List<Finding> findings = new ArrayList<>();
        Checks.BY_KIND.forEach((kind, check) -> {
            for (Rule rule : rulesOf(kind)) {
                for (Verdict verdict : verdicts(() -> check.judge(rule, form))) {
                    tally.add(rule.code(), verdict);
                    finding(rule, verdict)
                            .map(finding -> explanations.explain(form, finding, codes(verdict)))
                            .ifPresent(findings::add);
                }
            }
        });
        return findings;
    }

    /** Says of explanations beside a finding that they explain nothing: NOTICE, the finding itself still blocks. */
    List<Finding> unusableExplanations(JudgedForm form, List<Finding> findings) {
        List<Finding> unusable = new ArrayList<>();
        for (Rule rule : catalogue.rulesOf(FindingKind.EXPLANATION_UNUSABLE)) {
            for (Finding finding : findings) {
                if (finding.outcome() != Outcome.FAILED || finding.severity() != Severity.VERIFY) {
                    continue;
                }
                Verdict verdict = unusable(form, finding);
                tally.add(rule.code(), verdict);
                finding(rule, verdict).map(found -> found.about(finding.item())).ifPresent(unusable::add);
            }
        }
        return unusable;
    }

    private Verdict unusable(JudgedForm form, Finding finding) {
        List<Explanations.Typed> typed =
                explanations.typed(form, finding.item().stream().toList());
        if (typed.isEmpty()) {
            return Verdict.notJudged(Unjudged.NO_EXPLANATION);
        }
        if (!finding.explanation().isEmpty() || typed.stream().anyMatch(explanations::usable)) {
            return Verdict.PASSED;
        }
        Map<String, String> parameters = new TreeMap<>();
        Explanations.Typed first = typed.get(0);
        parameters.put("found", first.text());
        first.lapsed()
                .ifPresentOrElse(
                        given -> parameters.put("previous", given.since().toString()),
                        () -> parameters.put(
                                "limit",
                                Integer.toString(explanations.settings().minLength())));
        finding.item().flatMap(catalogue::findItem).ifPresent(item -> parameters.put("name", item.nameZh()));
        return Verdict.failed(finding.cells().stream().limit(1).toList(), parameters);
    }

    private List<Rule> rulesOf(FindingKind kind) {
        boolean named = catalogue.rules().stream().anyMatch(rule -> rule.kind() == kind);
        if (named || !WITHOUT_A_LINE.contains(kind)) {
            return catalogue.rulesOf(kind);
        }
        return List.of(new Rule(kind.name(), kind, kind.defaultSeverity(), Rule.State.ON, Set.of(), Map.of()));
    }

    /** What a check says, or that it broke. */
    static List<Verdict> verdicts(Supplier<List<Verdict>> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return List.of(Verdict.broken(e));
        }
    }

    /** The finding a verdict makes; none if it passed or was not judged. */
    static Optional<Finding> finding(Rule rule, Verdict verdict) {
        if (verdict.outcome() == Outcome.PASSED || verdict.outcome() == Outcome.NOT_JUDGED) {
            return Optional.empty();
        }
        TreeMap<String, String> parameters = new TreeMap<>(verdict.parameters());
        if (verdict.outcome() == Outcome.BROKEN) {
            parameters.put("rule", rule.code());
        }
        return Optional.of(new Finding(
                rule.code(),
                rule.kind(),
                rule.severity(),
                verdict.outcome(),
                rule.state() == Rule.State.TRIAL,
                codes(verdict).stream().findFirst(),
                verdict.cells(),
                parameters,
                ""));
    }

    private static List<ItemCode> codes(Verdict verdict) {
        return verdict.items().stream().map(Item::code).toList();
    }
}
