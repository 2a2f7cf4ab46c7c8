package huibao.model;

/** Where a submission stands. */
public enum SubmissionState {
    /** Archived, not yet judged. */
    RECEIVED,
    /** Not readable as this job's form. */
    REJECTED,
    /** Goes back to its sender with the cells marked. */
    RETURNED,
    /** Its figures stand. */
    ACCEPTED,
    /** Was accepted until a better one was. */
    SUPERSEDED
}
