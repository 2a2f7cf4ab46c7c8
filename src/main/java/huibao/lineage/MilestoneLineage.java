package huibao.lineage;

import huibao.model.Milestone;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneStatus;
import huibao.model.SubmissionRecord;
import huibao.model.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a milestone stands, and the rows that say so.
 *
 * @param issue which issue of the bulletin
 * @param milestone the milestone
 * @param due by when it should be completed; empty if the job does not say
 * @param city all reporters together; empty if the job folder asks nobody
 * @param lines its reporters in print order
 */
public record MilestoneLineage(
        Issue issue, Milestone milestone, Optional<LocalDate> due, Optional<MilestoneStatus> city, List<Line> lines)
        implements Lineage {

    public MilestoneLineage {
        lines = List.copyOf(lines);
    }

    /**
     * One reporter.
     *
     * @param unit the reporter
     * @param status where it stands for that reporter
     * @param versions what stands; if the reporter was asked for, every version it sent, in receipt order
     */
    public record Line(Unit unit, Optional<MilestoneStatus> status, List<Version> versions) {

        public Line {
            versions = List.copyOf(versions);
        }
    }

    /**
     * The row of one submission.
     *
     * @param submission the submission with its file
     * @param report the row as read; empty if the form has none
     */
    public record Version(SubmissionRecord submission, Optional<MilestoneReport> report) {}
}
