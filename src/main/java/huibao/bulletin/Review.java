package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Finding;
import huibao.model.Impact;
import huibao.model.OpenFinding;
import huibao.model.Outcome;
import huibao.model.SourcedFinding;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.CarriedForward;
import huibao.rollup.CityFigures;
import huibao.rollup.RollUp;
import huibao.rollup.UnitHistory;
import huibao.store.Registry;
import huibao.validation.ImpactSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody should still look at, by what hangs on it as things stand: findings of a unit's newest
 * submission if it went back, and those of what was accepted, explained or not.
 */
final class Review {

    private static final Comparator<OpenFinding> ORDER = Comparator.comparing(
                    (OpenFinding open) -> open.impact().decides().size(), Comparator.reverseOrder())
            .thenComparing(open -> open.impact().points(), Comparator.reverseOrder())
            .thenComparing(open -> open.sourced().finding().severity())
            .thenComparing(open -> open.sourced().submission().receipt())
            .thenComparing(OpenFinding::findingNo);

    private final Catalogue catalogue;
    private final Registry registry;
    private final StandingUnits standing;
    private final RollUp rollUp;
    private final Map<UnitCode, Long> newest = new HashMap<>();
    private Optional<CityFigures> city = Optional.empty();

    /**
     * @param standing what stands
     * @param submissions every submission of the period, in receipt order
     */
    Review(Catalogue catalogue, Registry registry, StandingUnits standing, List<SubmissionRecord> submissions) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.standing = standing;
        this.rollUp = new RollUp(catalogue);
        submissions.forEach(record -> record.unit().ifPresent(unit -> newest.put(unit, record.receipt())));
    }

    /** The open findings of the units' parts and of other files. */
    List<OpenFinding> of(AssessedUnits units, List<SourcedFinding> rejected) {
        List<OpenFinding> open = new ArrayList<>(open(rejected));
        catalogue.units().forEach(unit -> open.addAll(open(units.findings(unit.code()))));
        List<OpenFinding> ranked = new ArrayList<>();
        open.stream()
                .sorted(ORDER)
                .forEach(one ->
                        ranked.add(new OpenFinding(ranked.size() + 1, one.sourced(), one.findingNo(), one.impact())));
        return ranked;
    }

    /** Those of some submissions' findings that are open, not yet ranked. */
    private List<OpenFinding> open(List<SourcedFinding> findings) {
        Map<String, ImpactSource> stakes = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<OpenFinding> open = new ArrayList<>();
        for (SourcedFinding sourced : findings) {
            SubmissionRecord submission = sourced.submission();
            int number = numbers.merge(submission.submissionId(), 1, Integer::sum);
            if (isOpen(submission) && isOpen(sourced.finding())) {
                Impact impact = stakes.computeIfAbsent(submission.submissionId(), id -> stakes(submission))
                        .of(sourced.finding());
                open.add(new OpenFinding(1, sourced, number, impact));
            }
        }
        return open;
    }

    private ImpactSource stakes(SubmissionRecord record) {
        Optional<Submission> submission = registry.asRead(record);
        if (submission.isEmpty()) {
            return ImpactSource.unknown();
        }
        Unit unit = catalogue.requireUnit(submission.get().unit());
        return new FindingImpact(
                catalogue,
                submission.get(),
                () -> new FindingImpact.City(city(), closed(unit), standing.history(unit.code())));
    }

    /** The city with all gaps closed; put together when a figure is in doubt, and then once. */
    private CityFigures city() {
        CityFigures known = city.orElseGet(() -> {
            CityFigures all = new CityFigures(catalogue);
            catalogue.units().forEach(unit -> all.add(closed(unit)));
            return all;
        });
        city = Optional.of(known);
        return known;
    }

    /** A unit's figures with its gaps closed. */
    private AreaFigures closed(Unit unit) {
        UnitHistory history = standing.history(unit.code());
        UnitReport whole = new CarriedForward(catalogue, standing.period())
                .of(unit, standing.report(unit.code()), history.earlier().reports());
        return rollUp.figuresOf(standing.period(), unit, Optional.of(whole), history);
    }

    /** What stands, and what went back and was not sent again. */
    private boolean isOpen(SubmissionRecord submission) {
        return submission.state() == SubmissionState.ACCEPTED
                || (submission.state() == SubmissionState.RETURNED
                        && submission
                                .unit()
                                .map(newest::get)
                                .filter(last -> last > submission.receipt())
                                .isEmpty());
    }

    private static boolean isOpen(Finding finding) {
        return finding.outcome() == Outcome.FAILED && !finding.trial();
    }
}
