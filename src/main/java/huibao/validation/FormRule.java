package huibao.validation;

import java.util.List;

/** A rule over one form. */
non-sealed interface FormRule extends ValidationRule {

    /** One result per figure or relation the rule looks at; none if the form has nothing for it. */
    List<RuleResult> judge(Limits limits, JudgedForm form);
}
