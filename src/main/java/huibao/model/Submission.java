package huibao.model;

import java.util.List;

/**
 * One workbook as read (填报件): figures with their cells, nothing judged.
 *
 * @param file where it came from
 * @param form 表号 of the job's form it was recognised as
 * @param unit the unit that reports
 * @param period the period reported
 * @param header what stands around the table
 * @param observations one per item found on the form, in form order, no item twice
 * @param milestones one per milestone row found
 */
public record Submission(
        SourceFile file,
        String form,
        UnitCode unit,
        Period period,
        FormHeader header,
        List<Observation> observations,
        List<MilestoneReport> milestones) {

    public Submission {
        observations = List.copyOf(observations);
        milestones = List.copyOf(milestones);
    }
}
