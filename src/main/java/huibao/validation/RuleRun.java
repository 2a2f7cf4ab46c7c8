package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.Item;
import java.util.ArrayList;
import java.util.List;

/** Runs the job's rules over forms. */
final class RuleRun {

    private final UsableExplanations explanations;
    private final List<RunningRule<FormRule>> ofForms;
    private final List<RunningRule<FindingRule>> ofFindings;

    RuleRun(Catalogue catalogue, UsableExplanations explanations) {
        this.explanations = explanations;
        this.ofForms = RunningRule.of(catalogue, FormRule.class);
        this.ofFindings = RunningRule.of(catalogue, FindingRule.class);
    }

    /** What the rules say of a form and its figures. */
    List<Finding> findings(JudgedForm form, RuleTally tally) {
        List<Finding> findings = new ArrayList<>();
        for (RunningRule<FormRule> rule : ofForms) {
            List<RuleResult> results = RunningRule.results(() -> rule.check().judge(rule.limits(), form));
            tally.add(rule.rule().code(), results);
            for (RuleResult result : results) {
                rule.finding(result)
                        .map(finding -> explanations.explain(
                                form,
                                finding,
                                result.items().stream().map(Item::code).toList()))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** What the rules say of findings. */
    List<Finding> findings(JudgedForm form, List<Finding> others, RuleTally tally) {
        List<Finding> findings = new ArrayList<>();
        for (RunningRule<FindingRule> rule : ofFindings) {
            for (Finding other : others) {
                List<RuleResult> results =
                        RunningRule.results(() -> rule.check().judge(explanations, form, other));
                tally.add(rule.rule().code(), results);
                for (RuleResult result : results) {
                    rule.finding(result)
                            .map(finding -> finding.about(other.item()))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }
}
