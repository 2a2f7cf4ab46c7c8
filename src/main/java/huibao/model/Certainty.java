package huibao.model;

/** How sure a verdict is while units are missing. */
public enum Certainty {
    /** Nothing is missing. */
    COMPLETE("complete"),
    /** Units are missing; the verdict holds at both ends of the bounds. */
    CERTAIN("certain"),
    /** The missing units decide. */
    DEPENDS("depends"),
    /** It fails even at the favourable end. */
    IMPOSSIBLE("impossible");

    private final String column;

    Certainty(String column) {
        this.column = column;
    }

    /** The word in the column {@code certainty}. */
    public String column() {
        return column;
    }
}
