package huibao.model;

/**
 * Whether a unit reported in time, graded as bureaus grade 迟报: by whether it was before or after the reminder
 * (催报) and within its limit.
 */
public enum Lateness {
    /** The first form arrived by the deadline, or there is no deadline. */
    ON_TIME,
    /** After the deadline, before anybody reminded. */
    LATE_BEFORE_REMINDER,
    /** After the reminder, by the limit it gave. */
    LATE_WITHIN_LIMIT,
    /** After the limit the reminder gave. */
    LATE_AFTER_LIMIT,
    /** Nothing arrived, and the deadline is over. */
    NOT_REPORTED,
    /** Nothing arrived; the deadline is not over, or there is none. */
    NOT_YET_DUE
}
