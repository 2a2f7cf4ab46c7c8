package huibao.attainment;

import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.TargetComparator;

/**
 * How sure a verdict is while units are missing, from the verdicts at both ends of the bounds. Verdicts
 * come in three classes, favourable, neutral and unfavourable; within the bounds the class changes in
 * one direction only, so that both ends speak for everything between.
 */
final class Outlook {

    private enum Kind {
        FAVOURABLE,
        NEUTRAL,
        UNFAVOURABLE
    }

    private Outlook() {}

    /**
     * CERTAIN if both ends agree and are not unfavourable, and the verdict on what is reported agrees
     * with them: a sum that is behind only because a unit is missing is not certainly behind.
     * IMPOSSIBLE if both ends are unfavourable. Otherwise it DEPENDS on the missing units.
     *
     * @param stated the verdict on what is reported; NO_DATA claims nothing and contradicts nothing
     */
    static Certainty of(Yardstick yardstick, Range range, AttainmentStatus stated) {
        if (stated == AttainmentStatus.CANNOT_ASSESS || mayJustHit(yardstick, range)) {
            return Certainty.DEPENDS;
        }
        Kind low = kind(yardstick.statusAtLow(range));
        Kind high = kind(yardstick.statusAtHigh(range));
        if (low != high) {
            return Certainty.DEPENDS;
        }
        if (low == Kind.UNFAVOURABLE) {
            return Certainty.IMPOSSIBLE;
        }
        return stated == AttainmentStatus.NO_DATA || kind(stated) == low ? Certainty.CERTAIN : Certainty.DEPENDS;
    }

    // EXACTLY fails on both sides of the number, so the ends say nothing of what lies between.
    private static boolean mayJustHit(Yardstick yardstick, Range range) {
        return yardstick.target().comparator() == TargetComparator.EXACTLY
                && range.contains(yardstick.value())
                && !range.isExact();
    }

    private static Kind kind(AttainmentStatus status) {
        if (status.isFavourable()) {
            return Kind.FAVOURABLE;
        }
        return status.isUnfavourable() ? Kind.UNFAVOURABLE : Kind.NEUTRAL;
    }
}
