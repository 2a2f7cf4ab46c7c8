package huibao.pipeline;

/** What came of continuing an unfinished run. */
public sealed interface Continuation {

    /** There was one, and it has come to its end. */
    record Continued(RunResult result) implements Continuation {}

    /** Every run came to its end, or there was never one. */
    record NothingUnfinished() implements Continuation {}

    /** Another run holds the lock; nothing was done. */
    record Locked() implements Continuation {}
}
