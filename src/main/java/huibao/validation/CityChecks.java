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

/** Checks of the city's figures after roll-up (汇总后审核). */
public final class CityChecks {

    /** The checks by kind, in the order in which they run. */
    private static final Map<FindingKind, CityCheck> BY_KIND = byKind();

    private final Catalogue catalogue;

    /** Judges by this job's rules. */
    public CityChecks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Runs the rules of scope CITY over what stands.
     *
     * @return findings by rule, item and unit in print order; {@code area} among their parameters holds the
     *     codes of the units concerned
     */
    public List<Finding> check(CityContext context) {
        CityFigures figures = new CityFigures(catalogue, context);
        List<Finding> findings = new ArrayList<>();
        BY_KIND.forEach((kind, check) -> {
            for (Rule rule : catalogue.rulesOf(kind)) {
                RuleRun.verdicts(() -> check.judge(new Limits(rule), figures)).stream()
                        .flatMap(verdict -> RuleRun.finding(rule, verdict).stream())
                        .forEach(findings::add);
            }
        });
        return findings;
    }

    private static Map<FindingKind, CityCheck> byKind() {
        Map<FindingKind, CityCheck> checks = new EnumMap<>(FindingKind.class);
        checks.put(FindingKind.SHARE_JUMP, PreviousCityChecks::shareJumps);
        checks.put(FindingKind.CITY_BELOW_PREVIOUS, PreviousCityChecks::belowPrevious);
        checks.put(FindingKind.CITY_REVISED, PreviousCityChecks::revised);
        checks.put(FindingKind.CITY_GROWTH_TURNED, PreviousCityChecks::growthTurned);
        checks.put(FindingKind.ALL_ON_TARGET, AllocationChecks::allOnTarget);
        checks.put(FindingKind.ON_TARGET, AllocationChecks::onTarget);
        checks.put(FindingKind.ALLOCATION_SUM, AllocationChecks::allocationSum);
        checks.put(FindingKind.SAME_ACROSS_UNITS, AcrossUnitsChecks::sameFigures);
        checks.put(FindingKind.ZONE_EXCEEDS_HOST, AcrossUnitsChecks::zonesWithinHosts);
        return Collections.unmodifiableMap(checks);
    }
}
