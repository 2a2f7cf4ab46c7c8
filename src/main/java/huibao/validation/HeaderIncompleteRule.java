package huibao.validation;

import java.util.List;
import java.util.Map;

/** Who signs, fills in and dates the form; 统计法 art. 21 makes them answer for it. */
final class HeaderIncompleteRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        Map<String, String> filled = form.submission().header().signatures();
        List<String> empty = limits.labels("fields").stream()
                .filter(label -> filled.getOrDefault(label, "").isBlank())
                .toList();
        return List.of(
                empty.isEmpty()
                        ? RuleResult.PASSED
                        : RuleResult.failed(List.of(), Map.of("name", String.join("、", empty))));
    }
}
