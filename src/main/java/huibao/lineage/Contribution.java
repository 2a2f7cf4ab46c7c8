package huibao.lineage;

import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a unit brings to an item's figure.
 *
 * @param refArea the unit
 * @param nameZh its Chinese name
 * @param nameEn its English name
 * @param part whether it is added
 * @param obsValue its figure; empty if nothing stands
 * @param priorYearValue its prior-year figure; empty if nothing stands or it is not asked
 * @param sharePercent its share of the city's sum, 12 decimals; empty without either, or if the sum is zero
 * @param version the version that stands; empty if none does
 * @param latestState what became of its newest submission; empty if it sent none
 */
public record Contribution(
        UnitCode refArea,
        String nameZh,
        String nameEn,
        Part part,
        Optional<BigDecimal> obsValue,
        Optional<BigDecimal> priorYearValue,
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
