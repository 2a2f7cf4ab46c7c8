package huibao.validation;

import huibao.model.Submission;
import java.util.List;

/** The accepted forms of other units that a form could have been filled from. */
@FunctionalInterface
public interface OtherForms {

    /** Of each unit the form for the same period, or else the last one of the year before it. */
    List<Submission> latest();
}
