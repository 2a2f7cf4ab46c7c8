package huibao.lineage;

import huibao.model.SubmissionState;
import huibao.model.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a unit brings to an item's figure.
 *
 * @param unit the unit
 * @param part whether it is added
 * @param value its figure; empty if nothing stands
 * @param priorYear its prior-year figure; empty if nothing stands or it is not asked
 * @param sharePercent its share of the city's sum, 12 decimals; empty without either, or if the sum is zero
 * @param version the version that stands; empty if none does
 * @param latestState what became of its newest submission; empty if it sent none
 */
public record Contribution(
        Unit unit,
        Part part,
        Optional<BigDecimal> value,
        Optional<BigDecimal> priorYear,
        Optional<BigDecimal> sharePercent,
        OptionalInt version,
        Optional<SubmissionState> latestState) {

    /** How a unit's figure counts. */
    public enum Part {
        /** A term of the sum. */
        ADDED,
        /** A zone's, which is in its host's already (其中). */
        WITHIN_HOST
    }
}
