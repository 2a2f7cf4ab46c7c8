package huibao.model;

/** What came of judging one rule on one figure. */
public enum Outcome {
    PASSED,
    FAILED,
    /** A value the rule needs is missing. */
    NOT_JUDGED,
    /** The rule itself could not run: an operator's problem. */
    BROKEN
}
