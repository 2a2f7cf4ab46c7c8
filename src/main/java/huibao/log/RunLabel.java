package huibao.log;

/** Which run the lines are about, also those of libraries in other threads: a process does one run at a time. */
public final class RunLabel {

    private static volatile String run = "";

    private RunLabel() {}

    /** From here on lines are about this run. */
    public static void enter(String runId) {
        run = runId;
    }

    /** From here on they are about none. */
    public static void leave() {
        run = "";
    }

    static String current() {
        return run;
    }
}
