package huibao.validation;

import huibao.model.FindingKind;
import huibao.model.Rule;
import java.util.List;
import java.util.Map;

/** No unit stands exactly at its allocation, unless all do and that is said of them together. */
final class OnTargetRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        List<Rule> together = run.catalogue().rulesOf(FindingKind.ALL_ON_TARGET);
        return run.ofLevels(target -> new ExactUnits(run.catalogue(), target) {

            @Override
            public List<RuleResult> results() {
                boolean saidTogether = together.stream()
                        .filter(rule -> rule.items().contains(item.code()))
                        .anyMatch(rule -> areAllDistricts(new Limits(rule).require("min_units")));
                return units().stream()
                        .filter(one -> !saidTogether || !one.isDistrict())
                        .map(one -> ConcernedUnits.failed(
                                item,
                                one.unit(),
                                one.figure(),
                                Map.of("found", Texts.plain(one.figure().value().orElseThrow()))))
                        .toList();
            }
        });
    }
}
