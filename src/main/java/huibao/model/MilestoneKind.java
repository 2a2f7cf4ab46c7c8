package huibao.model;

/** What a milestone promises. */
public enum MilestoneKind {
    ADVANCE,
    PLAN,
    COMPLETE,
    START,
    OPEN,
    ESTABLISH,
    STRIVE;

    /** Whether a completed status is what achieves it before the end of the year. */
    public boolean isCompletable() {
        return this != ADVANCE && this != STRIVE;
    }
}
