package huibao.pipeline;

/** The run could not be finished: an operator's problem; the next run continues it. */
public final class RunFailedException extends RuntimeException {

    public RunFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
