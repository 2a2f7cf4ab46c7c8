package huibao.workbook.summary;

import huibao.model.Finding;
import huibao.model.SubmissionRecord;
import java.util.List;

/**
 * What was found in one submission.
 *
 * @param submission the submission
 * @param findings all of them, in reporting order
 */
record SubmissionFindings(SubmissionRecord submission, List<Finding> findings) {}
