package huibao.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * What hangs on a figure that is open to doubt: which of the city's verdicts it could turn, and how far it
 * could move the city's figures.
 *
 * @param decides the targets whose verdict for the city could turn, in catalogue order
 * @param points how far the city's figure could move, at the target it moves most: for a level in points
 *     of completion, for a rate in the target's own unit; 0 if it cannot move, or nobody can say how far
 */
public record Impact(List<TargetCode> decides, BigDecimal points) {

    /** Nothing hangs on it. */
    public static final Impact NONE = new Impact(List.of(), BigDecimal.ZERO);

    public Impact {
        decides = List.copyOf(decides);
        if (points.signum() < 0) {
            throw new IllegalArgumentException("points must not be negative: " + points.toPlainString());
        }
    }

    /** Whether a verdict could turn. */
    public boolean turnsAVerdict() {
        return !decides.isEmpty();
    }
}
