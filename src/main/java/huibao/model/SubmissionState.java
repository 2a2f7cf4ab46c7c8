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
    SUPERSEDED;

    /** Whether somebody has to send it again, and gets it back marked. */
    public boolean isSentBack() {
        return this == RETURNED || this == REJECTED;
    }
}
