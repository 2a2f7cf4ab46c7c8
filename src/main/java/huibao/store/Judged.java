package huibao.store;

import huibao.model.Decision;
import huibao.model.Reading;
import huibao.model.SubmissionRecord;

/**
 * A submission read and judged again.
 *
 * @param submission as the registry should know it; its receipt tells which one it is
 * @param reading what reading yields now
 * @param decision what validation decides now
 */
public record Judged(SubmissionRecord submission, Reading reading, Decision decision) {}
