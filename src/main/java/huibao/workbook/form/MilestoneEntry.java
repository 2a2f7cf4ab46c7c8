package huibao.workbook.form;

import huibao.model.MilestoneState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands in one row of 任务进展.
 *
 * @param state the status; empty leaves the cell blank
 * @param date when it was reached; empty leaves the cell blank
 * @param evidence what shows it, possibly empty
 */
public record MilestoneEntry(Optional<MilestoneState> state, Optional<LocalDate> date, String evidence) {

    /** A row nothing is known of. */
    static final MilestoneEntry BLANK = new MilestoneEntry(Optional.empty(), Optional.empty(), "");
}
