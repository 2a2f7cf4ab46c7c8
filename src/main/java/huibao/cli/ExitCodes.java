package huibao.cli;

/** Exit codes; README and cron jobs rely on them. */
public final class ExitCodes {

    /** Done, nothing needs a person. */
    public static final int DONE = 0;
    /** Could not be finished; run again. */
    public static final int FAILED = 1;
    /** Wrong usage or a broken job folder. */
    public static final int USAGE = 2;
    /** Done; some submissions were returned or rejected. */
    static final int RETURNS = 3;
    /** Another run holds the lock. */
    static final int LOCKED = 75;

    private ExitCodes() {}
}
