package huibao.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A figure that an edition of a bulletin has otherwise than the edition before it (修订).
 *
 * @param period the period
 * @param edition the edition that has the new figure, from 2
 * @param at stated time of its publication
 * @param refArea the unit, or the city
 * @param figure which figure of the item or target
 * @param code item or target
 * @param oldValue what stood; empty if there was none, and for a verdict
 * @param newValue what stands; empty if there is none, and for a verdict
 * @param oldStatus the verdict that stood; empty if there was none, and for a value
 * @param newStatus the verdict that stands; empty if there is none, and for a value
 * @param reasons why, one or more
 * @param oldSubmission where a unit's old figure came from; empty if there was none, and for targets
 * @param newSubmission where its new figure comes from; empty if there is none, and for targets
 */
public record Revision(
        Period period,
        int edition,
        Instant at,
        UnitCode refArea,
        RevisedFigure figure,
        String code,
        Optional<BigDecimal> oldValue,
        Optional<BigDecimal> newValue,
        Optional<AttainmentStatus> oldStatus,
        Optional<AttainmentStatus> newStatus,
        List<RevisionReason> reasons,
        Optional<String> oldSubmission,
        Optional<String> newSubmission) {

    public Revision {
        reasons = List.copyOf(reasons);
    }

    /** By how much, where there was a value and there is one. */
    public Optional<BigDecimal> difference() {
        return newValue.flatMap(now -> oldValue.map(now::subtract));
    }
}
