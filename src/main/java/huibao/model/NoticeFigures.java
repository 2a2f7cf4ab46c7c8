package huibao.model;

/** Whether notices and mails may hold reported figures. */
public enum NoticeFigures {
    /** None: cells and names only. */
    NONE,
    /** What was found in the cells a notice is about. */
    FINDINGS
}
