package huibao.workbook.returned;

import huibao.model.Submission;
import java.util.Optional;

/**
 * What the registry knows of a file that goes back.
 *
 * @param asRead the form as it was read; empty if the file could not be taken as one
 * @param previous what stands for the unit's last period of the year; empty if nothing does
 */
public record ReturnContext(Optional<Submission> asRead, Optional<Submission> previous) {

    /** Of a file nothing is known of. */
    public static ReturnContext unknown() {
        return new ReturnContext(Optional.empty(), Optional.empty());
    }
}
