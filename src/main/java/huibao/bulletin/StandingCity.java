package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.rollup.CarriedForward;
import huibao.rollup.CityFigures;
import huibao.rollup.RollUp;
import huibao.rollup.UnitHistory;
import java.util.List;
import java.util.Optional;

/**
 * The city as it stood when a submission was judged, every unit's gaps closed. It is built once; from one submission
 * to the next that was judged at the same time only the units between them are looked at, since of all others the
 * same had been accepted.
 */
final class StandingCity {

    private final AcceptedBefore accepted;
    private final Period period;
    private final CarriedForward gaps;
    private final RollUp rollUp;
    private final CityFigures figures;
    private final Catalogue catalogue;
    private SubmissionRecord judged;
    private Optional<AreaFigures> own = Optional.empty();

    /**
     * @param judged the first submission asked for; all others are of the same period and were judged at the same time
     */
    StandingCity(Catalogue catalogue, AcceptedBefore accepted, SubmissionRecord judged) {
        this.catalogue = catalogue;
        this.accepted = accepted;
        this.period = judged.period().orElseThrow();
        this.gaps = new CarriedForward(catalogue, period);
        this.rollUp = new RollUp(catalogue);
        this.figures = new CityFigures(catalogue);
        this.judged = judged;
        for (Unit unit : catalogue.units()) {
            add(unit);
        }
    }

    /** Goes to another submission; what was given for the one before is of no use any longer. */
    void goTo(SubmissionRecord next) {
        List<Unit> changed =
                accepted
                        .contributorsBetween(
                                judged.unit().orElseThrow(), next.unit().orElseThrow())
                        .stream()
                        .filter(unit -> !id(unit, judged).equals(id(unit, next)))
                        .toList();
        changed.forEach(this::remove);
        judged = next;
        own = Optional.empty();
        changed.forEach(this::add);
    }

    /** Leaves out a unit whose submissions are about to change. */
    void remove(Unit unit) {
        if (unit.kind() != UnitKind.ZONE) {
            figures.remove(isJudged(unit) ? ownPart() : partOf(unit));
        }
    }

    /** Takes a unit in that was left out. */
    void add(Unit unit) {
        if (isJudged(unit)) {
            own = Optional.empty();
        }
        if (unit.kind() != UnitKind.ZONE) {
            figures.add(partOf(unit));
        }
    }

    CityFigures figures() {
        return figures;
    }

    /** The part in the figures of the unit whose submission is judged. */
    AreaFigures ownPart() {
        if (own.isEmpty()) {
            own = Optional.of(partOf(catalogue.requireUnit(judged.unit().orElseThrow())));
        }
        return own.get();
    }

    private boolean isJudged(Unit unit) {
        return judged.unit().equals(Optional.of(unit.code()));
    }

    private AreaFigures partOf(Unit unit) {
        UnitCode code = unit.code();
        return rollUp.figuresOf(
                period,
                unit,
                Optional.of(gaps.of(
                        unit,
                        accepted.report(code, period, judged),
                        new ReportsAsAsked(accepted.earlierReports(code, period, judged)))),
                UnitHistory.NONE);
    }

    private Optional<String> id(Unit unit, SubmissionRecord at) {
        return accepted.record(unit.code(), period, at).map(SubmissionRecord::submissionId);
    }
}
