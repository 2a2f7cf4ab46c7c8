package huibao.attainment;

import huibao.catalogue.JobSettings.Thresholds;
import huibao.model.AttainmentStatus;
import huibao.model.Fraction;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetComparator;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a value is held against: the target's comparator, the value assigned, and the time of year.
 * Every comparison is by cross-multiplication.
 *
 * <p>A flow (LEVEL with a pace) is ACHIEVED as soon as the comparator holds for the annual value.
 * Before that, and before the last period of the year, LINEAR goes by the pace gap and LUMPY is
 * IN_PROGRESS. A stock, a growth or a ratio is ON_PACE while the comparator holds and BELOW while it
 * does not. In the last period everything is ACHIEVED or MISSED.
 *
 * <p>Comparators that cap a flow, before the last period:
 *
 * <ul>
 *   <li>AT_MOST is never ACHIEVED, since the flow still grows: LINEAR goes by the gap reversed (pace −
 *       completion), so that being under the pace is good; over the annual value it is FAR_BEHIND.
 *   <li>EXACTLY is ACHIEVED on the value, by the gap below it, and FAR_BEHIND over it, since a cumulated
 *       flow does not fall.
 * </ul>
 *
 * <p>Of a value of zero or less no completion can be computed, so a LINEAR flow has no gap: AT_MOST is
 * ON_PACE while it holds, the others are IN_PROGRESS until they hold.
 *
 * @param target the target
 * @param value the value assigned: the city's, or the unit's share
 * @param period the period
 * @param thresholds of the pace gap, in points
 */
record Yardstick(Target target, BigDecimal value, Period period, Thresholds thresholds) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The verdict on a value. */
    AttainmentStatus statusOf(Fraction actual) {
        return target.pace() == Pace.LUMPY && isStillOpen(actual)
                ? AttainmentStatus.IN_PROGRESS
                : statusAtPace(actual, new Fraction(BigDecimal.valueOf(period.number()), periods()));
    }

    /**
     * The verdict on a flow were the elapsed share of the year another one; a LUMPY one is then judged like
     * a LINEAR one. What has no pace is judged as ever.
     *
     * @param share share of the year's figure expected by now, above 0 and up to 1
     */
    AttainmentStatus statusAtPace(Fraction actual, Fraction share) {
        TargetComparator comparator = target.comparator();
        boolean holds = holds(actual);
        if (period.isLastOfYear()) {
            return holds ? AttainmentStatus.ACHIEVED : AttainmentStatus.MISSED;
        }
        if (!isPaced(target)) {
            return holds ? AttainmentStatus.ON_PACE : AttainmentStatus.BELOW;
        }
        if (holds && comparator != TargetComparator.AT_MOST) {
            return AttainmentStatus.ACHIEVED;
        }
        return byGap(actual, holds, share);
    }

    /** Whether the comparator holds for the annual value. */
    boolean holds(Fraction actual) {
        return target.comparator().holds(actual.numerator(), actual.denominator(), value);
    }

    /** Whether neither the value nor the end of the year has decided yet. */
    private boolean isStillOpen(Fraction actual) {
        return isPaced(target)
                && !period.isLastOfYear()
                && (!holds(actual) || target.comparator() == TargetComparator.AT_MOST);
    }

    /** The verdict at an end of the bounds; an end that is not there lies beyond every threshold. */
    AttainmentStatus statusAtLow(Range range) {
        return statusOf(range.low().orElseGet(() -> Fraction.of(beyond().negate())));
    }

    /** The verdict at the upper end. */
    AttainmentStatus statusAtHigh(Range range) {
        return statusOf(range.high().orElseGet(() -> Fraction.of(beyond())));
    }

    /** HOLD_AT: whether the value stands above the tolerance band; noted, not failed. */
    boolean isAboveBand(Fraction actual) {
        return target.comparator() == TargetComparator.HOLD_AT
                && value.signum() > 0
                && actual.times(HUNDRED).compareTo(value.multiply(HUNDRED.add(thresholds.holdBandPercent()))) > 0;
    }

    /** Value over target in percent: LEVEL, and a target above zero. */
    Optional<Fraction> completionPercent(Fraction actual) {
        return target.measure() == Measure.LEVEL && value.signum() > 0
                ? Optional.of(actual.times(HUNDRED).over(Fraction.of(value)))
                : Optional.empty();
    }

    /**
     * A paced LEVEL: completion − pace; a rate: value − target; a stock, which has no pace: empty. In
     * points, and never reversed, whatever the comparator.
     */
    Optional<Fraction> gapPoints(Fraction actual) {
        if (target.measure().isRate()) {
            return Optional.of(actual.minus(value));
        }
        return isPaced(target)
                ? gapPoints(actual, new Fraction(BigDecimal.valueOf(period.number()), periods()))
                : Optional.empty();
    }

    /** Completion less a share of the year, in points. */
    Optional<Fraction> gapPoints(Fraction actual, Fraction share) {
        return completionPercent(actual).map(completion -> less(completion, share));
    }

    /** Whether the target is a flow held against the elapsed share of the year. */
    static boolean isPaced(Target target) {
        return target.measure() == Measure.LEVEL && target.pace() != Pace.NONE;
    }

    private AttainmentStatus byGap(Fraction actual, boolean holds, Fraction share) {
        boolean capped = target.comparator() == TargetComparator.AT_MOST;
        boolean over = target.comparator() == TargetComparator.EXACTLY && actual.compareTo(value) > 0;
        if (over || (capped && !holds)) {
            return AttainmentStatus.FAR_BEHIND;
        }
        if (value.signum() <= 0) {
            return capped ? AttainmentStatus.ON_PACE : AttainmentStatus.IN_PROGRESS;
        }
        Fraction gap = less(actual.times(HUNDRED).over(Fraction.of(value)), share);
        return byThreshold(capped ? gap.times(BigDecimal.ONE.negate()) : gap);
    }

    private AttainmentStatus byThreshold(Fraction gap) {
        if (gap.compareTo(thresholds.ahead()) >= 0) {
            return AttainmentStatus.AHEAD;
        }
        if (gap.compareTo(thresholds.onPace()) >= 0) {
            return AttainmentStatus.ON_PACE;
        }
        if (gap.compareTo(thresholds.near()) > 0) {
            return AttainmentStatus.NEAR;
        }
        return gap.compareTo(thresholds.behind()) >= 0 ? AttainmentStatus.BEHIND : AttainmentStatus.FAR_BEHIND;
    }

    private static Fraction less(Fraction completion, Fraction share) {
        return completion.minus(share.times(HUNDRED));
    }

    private BigDecimal periods() {
        return BigDecimal.valueOf(period.frequency().periodsPerYear());
    }

    // A threshold h lies at target × (pace + h) / 100, so the status no longer changes out here.
    private BigDecimal beyond() {
        BigDecimal widest = thresholds
                .ahead()
                .abs()
                .max(thresholds.onPace().abs())
                .max(thresholds.near().abs())
                .max(thresholds.behind().abs());
        return value.abs().add(BigDecimal.ONE).multiply(widest.add(HUNDRED));
    }
}
