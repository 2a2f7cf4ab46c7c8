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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where milestones stand at the end of a period; the rules are told at {@link AttainmentAssessor#assessMilestones}. */
final class Milestones {

    /** Without a start for so many months, or so many months late: red. */
    private static final int PATIENCE_MONTHS = 3;

    private final Catalogue catalogue;
    private final Period period;

    Milestones(Catalogue catalogue, Period period) {
        this.catalogue = catalogue;
        this.period = period;
    }

    /** One reporter's, in catalogue order; of two rows of a milestone the first counts. */
    List<MilestoneStatus> of(Unit unit, List<MilestoneReport> rows) {
        Map<MilestoneCode, MilestoneReport> reports = new HashMap<>();
        rows.forEach(row -> reports.putIfAbsent(row.milestone(), row));
        return catalogue.milestonesFor(unit).stream()
                .map(milestone -> of(milestone, unit.code(), Optional.ofNullable(reports.get(milestone.code()))))
                .toList();
    }

    private MilestoneStatus of(Milestone milestone, UnitCode unit, Optional<MilestoneReport> report) {
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
