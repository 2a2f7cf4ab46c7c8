package huibao.validation;

import huibao.model.FindingKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The built-in checks by kind: a new kind of rule is added here, with its class and its texts. */
final class Checks {

    /** In the order in which they run. EXPLANATION_UNUSABLE looks at what these find and runs after them. */
    static final Map<FindingKind, Check> BY_KIND = byKind();

    private Checks() {}

    private static Map<FindingKind, Check> byKind() {
        Map<FindingKind, Check> checks = new EnumMap<>(FindingKind.class);
        checks.put(FindingKind.HEADER_INCOMPLETE, FormChecks::headerIncomplete);
        checks.put(FindingKind.MILESTONE_WITHOUT_EVIDENCE, FormChecks::milestoneWithoutEvidence);
        checks.put(FindingKind.FORM_COPIED, CopiedForm::judge);
        checks.put(FindingKind.REPLACES_ACCEPTED, ReplacedVersion::judge);
        checks.put(FindingKind.REQUIRED, Check.each(CellChecks::required));
        checks.put(FindingKind.INTEGER, Check.each(CellChecks::integer));
        checks.put(FindingKind.NOT_NEGATIVE, Check.each(CellChecks::notNegative));
        checks.put(FindingKind.RANGE, Check.each(CellChecks::range));
        checks.put(FindingKind.UNIT_SLIP, Check.each(UnitSlip::judge));
        checks.put(FindingKind.YTD_BELOW_PREVIOUS, Check.each(PreviousChecks::ytdBelowPrevious));
        checks.put(FindingKind.PRIOR_YEAR_CHANGED, Check.each(YearChecks::priorYearChanged));
        checks.put(FindingKind.GROWTH_MISMATCH, Check.each(YearChecks::growthMismatch));
        checks.put(FindingKind.YEAR_SWING, Check.each(YearChecks::yearSwing));
        checks.put(FindingKind.PERIOD_SWING, Check.each(PreviousChecks::periodSwing));
        checks.put(FindingKind.SAME_AS_PREVIOUS, Check.each(PreviousChecks::sameAsPrevious));
        checks.put(FindingKind.PART_EXCEEDS_WHOLE, RelationChecks::partExceedsWhole);
        checks.put(FindingKind.BALANCE, RelationChecks::balance);
        checks.put(FindingKind.RATIO_BOUNDS, RelationChecks::ratioBounds);
        checks.put(FindingKind.SCOPE, Check.each(ScopeCheck::judge));
        return Collections.unmodifiableMap(checks);
    }
}
