package huibao.validation;

import huibao.model.Finding;
import java.util.List;

/** A rule over what the other rules and reading say of a form. */
non-sealed interface FindingRule extends ValidationRule {

    /** What the rule says of a finding; nothing if it does not look at such findings. */
    List<RuleResult> judge(UsableExplanations explanations, JudgedForm form, Finding finding);
}
