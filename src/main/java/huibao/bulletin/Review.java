package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Finding;
import huibao.model.Impact;
import huibao.model.OpenFinding;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.SourcedFinding;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.CarriedForward;
import huibao.rollup.CityFigures;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import huibao.store.Registry;
import huibao.validation.ImpactSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    Review(Catalogue catalogue, Registry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /**
     * The open findings of a period.
     *
     * @param reports what stands
     * @param history what missing figures are bounded by
     * @param submissions every submission of the period, in receipt order
     * @param findings of those submissions, within one in reporting order
     */
    List<OpenFinding> of(
            Period period,
            List<UnitReport> reports,
            History history,
            List<SubmissionRecord> submissions,
            List<SourcedFinding> findings) {
        Map<UnitCode, UnitReport> standing =
                reports.stream().collect(Collectors.toMap(UnitReport::unit, report -> report));
        Function<Unit, AreaFigures> closed = closed(period, standing, history);
        CityFigures city = new CityFigures(catalogue);
        catalogue.units().forEach(unit -> city.add(closed.apply(unit)));
        Map<String, ImpactSource> stakes = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<OpenFinding> open = new ArrayList<>();
        for (SourcedFinding sourced : findings) {
            SubmissionRecord submission = sourced.submission();
            int number = numbers.merge(submission.submissionId(), 1, Integer::sum);
            if (isOpen(submission, submissions) && isOpen(sourced.finding())) {
                Impact impact = stakes.computeIfAbsent(
                                submission.submissionId(), id -> stakes(submission, city, closed, history))
                        .of(sourced.finding());
                open.add(new OpenFinding(1, sourced, number, impact));
            }
        }
        List<OpenFinding> ranked = new ArrayList<>();
        open.stream()
                .sorted(ORDER)
                .forEach(one ->
                        ranked.add(new OpenFinding(ranked.size() + 1, one.sourced(), one.findingNo(), one.impact())));
        return ranked;
    }

    private ImpactSource stakes(
            SubmissionRecord record, CityFigures city, Function<Unit, AreaFigures> closed, History history) {
        Optional<Submission> submission = registry.asRead(record);
        if (submission.isEmpty()) {
            return ImpactSource.unknown();
        }
        Unit unit = catalogue.requireUnit(submission.get().unit());
        return new FindingImpact(
                catalogue,
                submission.get(),
                () -> new FindingImpact.City(city, closed.apply(unit), history.of(unit.code())));
    }

    /** A unit's figures with its gaps closed. */
    private Function<Unit, AreaFigures> closed(Period period, Map<UnitCode, UnitReport> standing, History history) {
        CarriedForward gaps = new CarriedForward(catalogue, period);
        RollUp rollUp = new RollUp(catalogue);
        return unit -> rollUp.figuresOf(
                period,
                unit,
                Optional.of(gaps.of(
                        unit,
                        Optional.ofNullable(standing.get(unit.code())),
                        history.earlierOf(unit.code()).reports())),
                history.of(unit.code()));
    }

    /** What stands, and what went back and was not sent again. */
    private static boolean isOpen(SubmissionRecord submission, List<SubmissionRecord> all) {
        return submission.state() == SubmissionState.ACCEPTED
                || (submission.state() == SubmissionState.RETURNED
                        && all.stream()
                                .filter(other -> other.unit().equals(submission.unit()))
                                .allMatch(other -> other.receipt() <= submission.receipt()));
    }

    private static boolean isOpen(Finding finding) {
        return finding.outcome() == Outcome.FAILED && !finding.trial();
    }
}
