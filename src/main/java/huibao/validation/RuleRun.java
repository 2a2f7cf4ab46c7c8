package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.Item;
import java.util.ArrayList;
import java.util.List;

/** Runs the job's rules over forms. */
final class RuleRun {

    private final Explanations explanations;
    private final List<RunningRule<FormRule>> ofForms;
    private final List<RunningRule<FindingRule>> ofFindings;

    RuleRun(Catalogue catalogue, Explanations explanations) {
        this.explanations = explanations;
        this.ofForms = RunningRule.of(catalogue, FormRule.class);
        this.ofFindings = RunningRule.of(catalogue, FindingRule.class);
    }

    /** What the rules say of a form and its figures. */
    List<Finding> findings(JudgedForm form, Tally tally) {
        List<Finding> findings = new ArrayList<>();
        for (RunningRule<FormRule> rule : ofForms) {
            List<Verdict> verdicts = RunningRule.verdicts(() -> rule.check().judge(rule.limits(), form));
            tally.add(rule.rule().code(), verdicts);
            for (Verdict verdict : verdicts) {
                rule.finding(verdict)
                        .map(finding -> explanations.explain(
                                form,
                                finding,
                                verdict.items().stream().map(Item::code).toList()))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** What the rules say of findings. */
    List<Finding> findings(JudgedForm form, List<Finding> others, Tally tally) {
        List<Finding> findings = new ArrayList<>();
        for (RunningRule<FindingRule> rule : ofFindings) {
            for (Finding other : others) {
                List<Verdict> verdicts = RunningRule.verdicts(() -> rule.check().judge(explanations, form, other));
                tally.add(rule.rule().code(), verdicts);
                for (Verdict verdict : verdicts) {
                    rule.finding(verdict)
                            .map(finding -> finding.about(other.item()))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }
}
