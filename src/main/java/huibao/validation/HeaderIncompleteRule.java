package huibao.validation;

import huibao.model.CellRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who signs, fills in and dates the form; 统计法 art. 21 makes them answer for it. */
final class HeaderIncompleteRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        Map<String, String> filled = form.submission().header().signatures();
        Map<String, CellRef> places = form.submission().header().places();
        List<String> empty = limits.labels("fields").stream()
                .filter(label -> filled.getOrDefault(label, "").isBlank())
                .toList();
        return List.of(
                empty.isEmpty()
                        ? RuleResult.PASSED
                        : RuleResult.failed(
                                empty.stream()
                                        .flatMap(label -> Optional.ofNullable(places.get(label)).stream())
                                        .toList(),
                                Map.of(
                                        "name",
                                        empty.stream()
                                                .map(label -> named(label, places))
                                                .collect(Collectors.joining("、")))));
    }

    private static String named(String label, Map<String, CellRef> places) {
        return Optional.ofNullable(places.get(label))
                .map(at -> label + " " + at.cell())
                .orElse(label);
    }
}
