package huibao.model;

/** How a notice reaches whom it is for. */
public enum Channel {
    /** Only as a file in the output folder: nobody is written to. */
    FILE,
    /** By mail to the unit's addresses, or the bureau's. */
    MAIL,
    /** Posted to the address the job names. */
    WEBHOOK
}
