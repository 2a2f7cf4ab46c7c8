package huibao.model;

/** Why a published figure changed from one edition of a bulletin to the next (修订原因). */
public enum RevisionReason {
    /** The unit was missing and its form arrived in time. */
    FIRST_REPORT,
    /** The unit was missing and its form arrived after the deadline. */
    LATE_REPORT,
    /** A newer version with other figures was accepted. */
    CORRECTION,
    /** Figures returned for want of an explanation came back unchanged and explained. */
    EXPLANATION_ACCEPTED,
    /** The same form, judged or read under another job folder. */
    RULE_CHANGE,
    /** The target itself: its value, comparator or measure. */
    TARGET_CHANGE,
    /** The unit's allocation of the target. */
    ALLOCATION_CHANGE,
    /** Nothing of this: the program computes otherwise from the same forms and the same job folder. */
    RECALCULATION
}
