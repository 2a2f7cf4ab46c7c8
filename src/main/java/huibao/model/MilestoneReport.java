package huibao.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of 任务进展 as read.
 *
 * @param milestone the milestone
 * @param state the status; empty if the cell is blank or not one of the four words
 * @param date the date given, if it is one
 * @param evidence evidence text, possibly empty
 * @param rawState the status as typed
 * @param at the status cell
 */
public record MilestoneReport(
        MilestoneCode milestone,
        Optional<MilestoneState> state,
        Optional<LocalDate> date,
        String evidence,
        String rawState,
        CellRef at) {}
