package huibao.attainment;

import huibao.catalogue.Catalogue;
import huibao.model.AttainmentStatus;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneKind;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.model.MilestoneStatus;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where milestones stand at the end of a period; the rules are told at {@link AttainmentAssessor#assessMilestones}. */
final class Milestones {

    /** Without a start for so many months, or so many months late: red. */
    private static final int PATIENCE_MONTHS = 3;

    private static final Comparator<MilestoneStatus> LEAST_ADVANCED = Comparator.comparing(
                    (MilestoneStatus status) -> status.state().orElseThrow())
            .thenComparing(MilestoneStatus::monthsLate, Comparator.reverseOrder());

    private final Catalogue catalogue;
    private final Period period;
    private final Map<UnitCode, List<MilestoneReport>> reports;

    Milestones(Catalogue catalogue, Period period, Map<UnitCode, List<MilestoneReport>> reports) {
        this.catalogue = catalogue;
        this.period = period;
        this.reports = reports;
    }

    List<MilestoneStatus> judge() {
        List<MilestoneStatus> rows = new ArrayList<>();
        catalogue.milestones().forEach(milestone -> rows.add(ofCity(milestone)));
        UnitCode city = catalogue.city().code();
        for (Unit unit : catalogue.units()) {
            if (!unit.code().equals(city)) {
                catalogue.milestonesFor(unit).forEach(milestone -> rows.add(ofReporter(milestone, unit.code())));
            }
        }
        return List.copyOf(rows);
    }

    private MilestoneStatus ofCity(Milestone milestone) {
        UnitCode city = catalogue.city().code();
        List<MilestoneStatus> rows = milestone.reporters().stream()
                .map(unit -> ofReporter(milestone, unit))
                .toList();
        List<UnitCode> waitingFor = rows.stream()
                .filter(row -> row.state().isEmpty())
                .map(MilestoneStatus::refArea)
                .toList();
        Optional<MilestoneStatus> least =
                rows.stream().filter(row -> row.state().isPresent()).min(LEAST_ADVANCED);
        return new MilestoneStatus(
                period,
                milestone.code(),
                city,
                least.flatMap(MilestoneStatus::state),
                least.flatMap(MilestoneStatus::date),
                least.map(MilestoneStatus::evidence).orElse(""),
                least.map(row -> together(row.status(), waitingFor)).orElse(AttainmentStatus.NO_DATA),
                least.map(MilestoneStatus::monthsLate).orElse(0),
                waitingFor);
    }

    private AttainmentStatus together(AttainmentStatus least, List<UnitCode> waitingFor) {
        if (least != AttainmentStatus.ACHIEVED || waitingFor.isEmpty()) {
            return least;
        }
        return period.isLastOfYear() ? AttainmentStatus.NO_DATA : AttainmentStatus.IN_PROGRESS;
    }

    private MilestoneStatus ofReporter(Milestone milestone, UnitCode unit) {
        Optional<MilestoneReport> report = reports.getOrDefault(unit, List.of()).stream()
                .filter(row -> row.milestone().equals(milestone.code()))
                .findFirst();
        Optional<MilestoneState> state = report.flatMap(MilestoneReport::state);
        Optional<LocalDate> date = report.flatMap(MilestoneReport::date);
        Optional<LocalDate> until =
                state.flatMap(s -> s == MilestoneState.COMPLETED ? date : Optional.of(period.lastDay()));
        int monthsLate = until.map(day -> monthsLate(milestone.code(), day)).orElse(0);
        return new MilestoneStatus(
                period,
                milestone.code(),
                unit,
                state,
                date,
                report.map(MilestoneReport::evidence).orElse(""),
                state.map(s -> status(milestone, s, monthsLate)).orElse(AttainmentStatus.NO_DATA),
                monthsLate,
                state.isPresent() ? List.of() : List.of(unit));
    }

    private AttainmentStatus status(Milestone milestone, MilestoneState state, int monthsLate) {
        boolean completable = milestone.kind().isCompletable();
        return switch (state) {
            case DROPPED -> AttainmentStatus.MISSED;
            case COMPLETED ->
                completable || period.isLastOfYear() ? AttainmentStatus.ACHIEVED : AttainmentStatus.IN_PROGRESS;
            case UNDER_WAY -> {
                if (period.isLastOfYear()) {
                    yield milestone.kind() == MilestoneKind.ADVANCE
                            ? AttainmentStatus.ACHIEVED
                            : AttainmentStatus.MISSED;
                }
                yield running(milestone.code(), monthsLate);
            }
            case NOT_STARTED -> {
                if (period.isLastOfYear()) {
                    yield AttainmentStatus.MISSED;
                }
                yield period.lastMonth() >= PATIENCE_MONTHS
                        ? AttainmentStatus.FAR_BEHIND
                        : running(milestone.code(), monthsLate);
            }
        };
    }

    private AttainmentStatus running(MilestoneCode milestone, int monthsLate) {
        if (monthsLate >= PATIENCE_MONTHS) {
            return AttainmentStatus.FAR_BEHIND;
        }
        boolean late =
                catalogue.due(milestone).filter(period.lastDay()::isAfter).isPresent();
        return late ? AttainmentStatus.BELOW : AttainmentStatus.IN_PROGRESS;
    }

    // From the day after, so that 31 March to 30 June is three months.
    private int monthsLate(MilestoneCode milestone, LocalDate until) {
        return catalogue
                .due(milestone)
                .map(due -> Math.max(0, (int) ChronoUnit.MONTHS.between(due.plusDays(1), until.plusDays(1))))
                .orElse(0);
    }
}
