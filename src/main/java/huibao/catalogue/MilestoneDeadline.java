package huibao.catalogue;

import huibao.model.MilestoneCode;
import java.time.LocalDate;

/**
 * By when a milestone should be completed, where the job sets it.
 *
 * @param milestone the milestone
 * @param due the last day that counts as in time
 */
public record MilestoneDeadline(MilestoneCode milestone, LocalDate due) {}
