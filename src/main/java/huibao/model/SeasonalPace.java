package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A flow held against its own pace of last year, beside the official pace, which alone decides.
 *
 * @param pacePercent share of last year's figure that was there at the same period; empty if not known
 * @param gapPoints completion − that pace
 * @param status the verdict that pace would give; empty without a value, a target or a pace
 * @param projectedValue the value over that share: what the year would come to
 */
public record SeasonalPace(
        Optional<BigDecimal> pacePercent,
        Optional<BigDecimal> gapPoints,
        Optional<AttainmentStatus> status,
        Optional<BigDecimal> projectedValue) {

    /** Nothing is known of last year, or the target has no pace. */
    public static final SeasonalPace NONE =
            new SeasonalPace(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether one pace finds all well where the other does not. */
    public boolean contradicts(AttainmentStatus official) {
        return contradicts(status, official);
    }

    /** Whether the verdict at last year's pace finds all well where the official one does not, or the other way. */
    public static boolean contradicts(Optional<AttainmentStatus> seasonal, AttainmentStatus official) {
        return seasonal.map(own -> (own.isFavourable() && official.isUnfavourable())
                        || (own.isUnfavourable() && official.isFavourable()))
                .orElse(false);
    }
}
