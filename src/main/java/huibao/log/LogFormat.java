package huibao.log;

/** How lines look. */
public enum LogFormat {
    /** For people at a terminal. */
    TEXT,
    /** For people who read what many nights left in one file: the same, the time and the run before each line. */
    LINES,
    /** One JSON object per line. */
    JSON
}
