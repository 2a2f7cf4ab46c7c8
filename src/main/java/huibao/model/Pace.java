package huibao.model;

/** How a target's progress over the year is judged (序时进度). */
public enum Pace {
    /** Against the elapsed share of the year. */
    LINEAR,
    /** Awarded in batches or seasonal: the gap is shown, judged only in the last period of the year. */
    LUMPY,
    /** A stock, rate or ratio: judged on its current value. */
    NONE
}
