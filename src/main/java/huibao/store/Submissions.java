package huibao.store;

import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.util.List;
import java.util.Optional;

/** What units sent for the periods of one year. */
public interface Submissions {

    /** What a unit sent for a period, in receipt order. */
    List<SubmissionRecord> submissions(UnitCode unit, Period period);

    /** A submission as it was read; empty if it could not be taken as a form. */
    Optional<Submission> asRead(SubmissionRecord submission);

    /** What stands for a unit and period, as it was read. */
    Optional<Submission> standing(UnitCode unit, Period period);
}
