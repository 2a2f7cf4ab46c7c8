package huibao.lineage;

import huibao.json.Inline;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.model.MilestoneStatus;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a milestone stands, and the rows that say so.
 *
 * @param subject the milestone
 * @param issue which issue of the bulletin
 * @param due by when it should be completed; empty if the job does not say
 * @param city all reporters together; empty if the job folder asks nobody
 * @param reporters its reporters in print order
 */
public record MilestoneLineage(
        @Inline Subject.OfMilestone subject,
        @Inline Issue issue,
        Optional<LocalDate> due,
        Optional<MilestoneStatus> city,
        List<Reporter> reporters)
        implements Lineage {

    /**
     * One reporter.
     *
     * @param refArea the reporter
     * @param nameZh its Chinese name
     * @param nameEn its English name
     * @param status where it stands for that reporter
     * @param versions what stands; if the reporter was asked for, every version it sent, in receipt order
     */
    public record Reporter(
            UnitCode refArea, String nameZh, String nameEn, Optional<MilestoneStatus> status, List<Version> versions) {}

    /**
     * The row of one submission.
     *
     * @param submission the submission with its file
     * @param report the row as read; empty if the form has none
     */
    public record Version(@Inline SubmissionRecord submission, Optional<Row> report) {}

    /**
     * A row as read.
     *
     * @param state the state; empty if what was typed is none
     * @param rawState what was typed
     * @param date when it was reached
     * @param evidence what shows it
     * @param at where the state stands
     */
    public record Row(
            Optional<MilestoneState> state,
            String rawState,
            Optional<LocalDate> date,
            String evidence,
            @Inline Place at) {

        static Row of(MilestoneReport row) {
            return new Row(row.state(), row.rawState(), row.date(), row.evidence(), Place.of(Optional.of(row.at())));
        }
    }
}
