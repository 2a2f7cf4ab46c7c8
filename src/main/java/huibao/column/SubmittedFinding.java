package huibao.column;

import huibao.model.SubmissionRecord;

/**
 * A finding on a submission.
 *
 * @param submission the submission
 * @param told the finding
 */
public record SubmittedFinding(SubmissionRecord submission, ToldFinding told) {}
