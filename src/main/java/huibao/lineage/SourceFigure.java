package huibao.lineage;

import huibao.model.ItemCode;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.SubmittedExplanation;
import java.util.List;
import java.util.Optional;

/**
 * An item on one submission: its cells and all that was said of them.
 *
 * @param item the item
 * @param observation the row as read; empty if the form has none of it
 * @param status its SDMX status; empty unless it stands
 * @param findings what the audit said of it, in reporting order
 * @param explanation what the sender said of it
 */
public record SourceFigure(
        ItemCode item,
        Optional<Observation> observation,
        Optional<ObsStatus> status,
        List<TracedFinding> findings,
        Optional<SubmittedExplanation> explanation) {

    public SourceFigure {
        findings = List.copyOf(findings);
    }
}
