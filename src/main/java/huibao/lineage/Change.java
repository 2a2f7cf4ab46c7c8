package huibao.lineage;

import huibao.model.RevisedFigure;
import huibao.model.Revision;
import huibao.model.RevisionReason;
import huibao.model.UnitCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an edition changed of a figure or a verdict.
 *
 * @param edition the edition
 * @param at when it was published
 * @param refArea whose figure
 * @param figure which one
 * @param code of the item or target
 * @param oldValue what stood before, a verdict or a decimal; empty if nothing
 * @param newValue what stands now
 * @param reasons why
 * @param oldSubmission where the old one came from
 * @param newSubmission where the new one comes from
 */
public record Change(
        int edition,
        Instant at,
        UnitCode refArea,
        RevisedFigure figure,
        String code,
        Optional<?> oldValue,
        Optional<?> newValue,
        List<RevisionReason> reasons,
        Optional<String> oldSubmission,
        Optional<String> newSubmission) {

    static Change of(Revision revision) {
        return new Change(
                revision.edition(),
                revision.at(),
                revision.refArea(),
                revision.figure(),
                revision.code(),
                revision.oldStatus().isPresent() ? revision.oldStatus() : revision.oldValue(),
                revision.newStatus().isPresent() ? revision.newStatus() : revision.newValue(),
                revision.reasons(),
                revision.oldSubmission(),
                revision.newSubmission());
    }
}
