package huibao.store;

import huibao.model.Decision;
import huibao.model.Reading;
import huibao.model.SubmissionRecord;

/**
 * A submission with what was read and decided.
 *
 * @param submission as the registry should know it; its receipt tells which one it is
 * @param reading what reading yields
 * @param decision what validation decides
 */
public record DecidedSubmission(SubmissionRecord submission, Reading reading, Decision decision) {}
