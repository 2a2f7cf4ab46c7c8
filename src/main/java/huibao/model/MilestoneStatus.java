package huibao.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a milestone stands for one reporter or the city as a whole.
 *
 * @param period the period
 * @param milestone the milestone
 * @param refArea the reporting unit, or the city for all its reporters together (the least advanced)
 * @param state as reported; empty if nobody reported
 * @param date the date given
 * @param evidence the evidence given, possibly empty
 * @param status ACHIEVED, IN_PROGRESS, BELOW (late), FAR_BEHIND (no start for three months, or three
 *     months late), MISSED or NO_DATA
 * @param monthsLate whole months past the deadline set for it, 0 if none is
 * @param waitingFor reporters that did not report it, in print order
 */
public record MilestoneStatus(
        Period period,
        MilestoneCode milestone,
        UnitCode refArea,
        Optional<MilestoneState> state,
        Optional<LocalDate> date,
        String evidence,
        AttainmentStatus status,
        int monthsLate,
        List<UnitCode> waitingFor) {

    public MilestoneStatus {
        waitingFor = List.copyOf(waitingFor);
    }

    /** The light of its status. */
    public Light light() {
        return status.light();
    }
}
