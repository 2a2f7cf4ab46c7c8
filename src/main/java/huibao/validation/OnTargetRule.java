package huibao.validation;

import huibao.model.FindingKind;
import huibao.model.Rule;
import huibao.model.UnitKind;
import java.util.List;
import java.util.Map;

/** No unit stands exactly at its allocation, unless all do and that is said of them together. */
final class OnTargetRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        List<Rule> together = run.catalogue().rulesOf(FindingKind.ALL_ON_TARGET);
        return run.ofLevels(target -> new Each(new ExactUnits(run.catalogue(), target), together));
    }

    private record Each(ExactUnits exact, List<Rule> together) implements CityCheck {

        @Override
        public void sum(UnitFigures unit) {
            exact.add(unit);
        }

        @Override
        public List<Verdict> verdicts() {
            boolean saidTogether = together.stream()
                    .filter(rule -> rule.items().contains(exact.item().code()))
                    .anyMatch(rule -> exact.areAllDistricts(new Limits(rule).require("min_units")));
            return exact.units().stream()
                    .filter(one -> !saidTogether || one.unit().kind() != UnitKind.DISTRICT)
                    .map(this::verdict)
                    .toList();
        }

        private Verdict verdict(ExactUnits.Exact one) {
            return ConcernedUnits.failed(
                    exact.item(),
                    one.unit(),
                    one.figure(),
                    Map.of("found", Texts.plain(one.figure().value().orElseThrow())));
        }
    }
}
