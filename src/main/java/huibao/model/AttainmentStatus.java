package huibao.model;

/** The verdict on a target (完成情况). */
public enum AttainmentStatus {
    /** The promised value is reached. */
    ACHIEVED,
    AHEAD,
    ON_PACE,
    NEAR,
    BEHIND,
    FAR_BEHIND,
    /** Awarded in batches or seasonal, and the year is not over. */
    IN_PROGRESS,
    /** A rate, ratio or stock below its value before the end of the year. */
    BELOW,
    /** Not reached at the end of the year. */
    MISSED,
    /** Nothing reported. */
    NO_DATA,
    /** Reported, and no value can be computed; {@link Obstacle} says why. */
    CANNOT_ASSESS,
    /** The unit was given no share of the target. */
    NO_TARGET;

    /** Whether all is well. */
    public boolean isFavourable() {
        return this == ACHIEVED || this == AHEAD || this == ON_PACE;
    }

    /** Whether something is wrong. */
    public boolean isUnfavourable() {
        return this == NEAR || this == BEHIND || this == FAR_BEHIND || this == BELOW || this == MISSED;
    }

    /** The light shown beside the word. */
    public Light light() {
        return switch (this) {
            case ACHIEVED -> Light.BLUE;
            case AHEAD, ON_PACE -> Light.GREEN;
            case NEAR, BEHIND -> Light.YELLOW;
            case FAR_BEHIND, BELOW, MISSED -> Light.RED;
            case IN_PROGRESS, NO_DATA, CANNOT_ASSESS, NO_TARGET -> Light.GREY;
        };
    }
}
