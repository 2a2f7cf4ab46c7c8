package huibao.workbook.returned;

import huibao.model.CarriedExplanation;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Submission;
import java.util.Optional;

/**
 * What the registry knows of a file that goes back.
 *
 * @param asRead the form as it was read; empty if the file could not be taken as one
 * @param previous what stands for the unit's last period of the year; empty if nothing does
 */
public record ReturnContext(Optional<Submission> asRead, Optional<Submission> previous) {

    /** A row's explanation; the previous period's that was only left there is marked as such. */
    String explanation(Observation row) {
        return previous.flatMap(form -> row(form, row.item()))
                .filter(before -> CarriedExplanation.isLeftIn(row, before))
                .map(before -> CarriedExplanation.marked(row.explanation()))
                .orElse(row.explanation());
    }

    /** The row of an item on a form. */
    static Optional<Observation> row(Submission form, ItemCode item) {
        return form.observations().stream()
                .filter(row -> row.item().equals(item))
                .findFirst();
    }

    /** Of a file nothing is known of. */
    public static ReturnContext unknown() {
        return new ReturnContext(Optional.empty(), Optional.empty());
    }
}
