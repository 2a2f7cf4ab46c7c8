package huibao.store;

import huibao.model.Finding;
import huibao.model.SourcedObservation;
import huibao.model.SubmittedExplanation;
import java.util.List;

/**
 * What a form says of some items, and what was said of them on it.
 *
 * @param rows as they were read, in form order
 * @param findings on the items, in reporting order
 * @param explanations by item code
 */
public record ItemsOnForm(
        List<SourcedObservation> rows, List<Numbered> findings, List<SubmittedExplanation> explanations) {

    public ItemsOnForm {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
        explanations = List.copyOf(explanations);
    }

    /**
     * A finding and its place.
     *
     * @param number its place among all findings of the form, from 1
     * @param finding the finding
     */
    public record Numbered(int number, Finding finding) {}
}
