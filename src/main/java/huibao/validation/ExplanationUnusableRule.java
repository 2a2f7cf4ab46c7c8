package huibao.validation;

import huibao.model.Finding;
import huibao.model.Outcome;
import huibao.model.Severity;
import huibao.model.Unjudged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An explanation beside a finding explains something; if it does not, the finding itself still blocks. */
final class ExplanationUnusableRule implements FindingRule {

    @Override
    public List<RuleResult> judge(UsableExplanations explanations, JudgedForm form, Finding finding) {
        if (finding.outcome() != Outcome.FAILED || finding.severity() != Severity.VERIFY) {
            return List.of();
        }
        List<TypedExplanation> typed =
                explanations.typed(form, finding.item().stream().toList());
        if (typed.isEmpty()) {
            return List.of(RuleResult.notJudged(Unjudged.NO_EXPLANATION));
        }
        if (!finding.explanation().isEmpty() || typed.stream().anyMatch(explanations::usable)) {
            return List.of(RuleResult.PASSED);
        }
        Map<String, String> parameters = new TreeMap<>();
        TypedExplanation first = typed.get(0);
        parameters.put("found", first.shown());
        if (first.unconfirmed().isPresent()) {
            parameters.put(
                    "previous",
                    first.unconfirmed().filter(since -> !since.isEmpty()).orElse("—"));
        } else if (first.rows() >= UsableExplanations.MANY_ROWS) {
            parameters.put("rows", Integer.toString(first.rows()));
        } else {
            parameters.put("limit", Integer.toString(explanations.minLength()));
        }
        finding.item().flatMap(form.catalogue()::findItem).ifPresent(item -> parameters.put("name", item.nameZh()));
        return List.of(RuleResult.failed(finding.cells().stream().limit(1).toList(), parameters));
    }
}
