package huibao.model;

/** Which figure of an item or a target was revised. */
public enum RevisedFigure {
    /** An item's value. */
    VALUE,
    /** An item's value a year before. */
    PRIOR_YEAR,
    /** The sum beneath a target. */
    LEVEL,
    /** Growth of that sum, in %. */
    GROWTH,
    /** A ratio or a growth per head. */
    RATE,
    /** What the target is judged against. */
    TARGET_VALUE,
    /** The verdict. */
    STATUS;

    /** Whether it belongs to an item of a form; the others belong to a target. */
    public boolean isOfItem() {
        return this == VALUE || this == PRIOR_YEAR;
    }
}
