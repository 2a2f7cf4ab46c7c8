package huibao.lineage;

import huibao.model.SubmissionRecord;
import java.util.List;

/**
 * A submission that figures come from, or came from.
 *
 * @param submission the submission with its file
 * @param figures the items asked about, in the order asked
 */
public record Source(SubmissionRecord submission, List<SourceFigure> figures) {

    public Source {
        figures = List.copyOf(figures);
    }
}
