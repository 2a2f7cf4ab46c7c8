package huibao.lineage;

import huibao.json.Inline;
import huibao.model.SubmissionRecord;
import java.util.List;

/**
 * A submission that figures come from, or came from.
 *
 * @param submission the submission with its file
 * @param figures the items asked about, in the order asked
 */
public record Source(@Inline SubmissionRecord submission, List<SourceFigure> figures) {}
