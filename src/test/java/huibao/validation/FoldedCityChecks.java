package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The checks of the city as they can be read most easily: each a fold over all figures, which it holds. What
 * {@link CityChecks} says, seeing one unit at a time, is compared with this.
 */
final class FoldedCityChecks {

    /** The checks by kind, in the order in which they run. */
    private static final Map<FindingKind, FoldedCityCheck> BY_KIND = byKind();

    private final Catalogue catalogue;

    /** Judges by this job's rules. */
    public FoldedCityChecks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Runs the rules of scope CITY over what stands.
     *
     * @return findings by rule, item and unit in print order; {@code area} among their parameters holds the
     *     codes of the units concerned
     */
    public List<Finding> check(FoldedCityContext context) {
        FoldedCityFigures figures = new FoldedCityFigures(catalogue, context);
        List<Finding> findings = new ArrayList<>();
        BY_KIND.forEach((kind, check) -> {
            for (Rule rule : catalogue.rulesOf(kind)) {
                RunningRule.results(() -> check.judge(new Limits(rule), figures)).stream()
                        .flatMap(result -> new RunningRule<>(rule, new Limits(rule), ValidationRule.of(kind))
                                .finding(result).stream())
                        .forEach(findings::add);
            }
        });
        return findings;
    }

    private static Map<FindingKind, FoldedCityCheck> byKind() {
        Map<FindingKind, FoldedCityCheck> checks = new EnumMap<>(FindingKind.class);
        checks.put(FindingKind.SHARE_JUMP, FoldedPreviousCityChecks::shareJumps);
        checks.put(FindingKind.CITY_BELOW_PREVIOUS, FoldedPreviousCityChecks::belowPrevious);
        checks.put(FindingKind.CITY_REVISED, FoldedPreviousCityChecks::revised);
        checks.put(FindingKind.CITY_GROWTH_TURNED, FoldedPreviousCityChecks::growthTurned);
        checks.put(FindingKind.ALL_ON_TARGET, FoldedAllocationChecks::allOnTarget);
        checks.put(FindingKind.ON_TARGET, FoldedAllocationChecks::onTarget);
        checks.put(FindingKind.ALLOCATION_SUM, FoldedAllocationChecks::allocationSum);
        checks.put(FindingKind.SAME_ACROSS_UNITS, FoldedAcrossUnitsChecks::sameFigures);
        checks.put(FindingKind.ZONE_EXCEEDS_HOST, FoldedAcrossUnitsChecks::zonesWithinHosts);
        return Collections.unmodifiableMap(checks);
    }
}
