package huibao.pipeline;

import huibao.message.Trouble;
import huibao.message.TroubleException;

/** The run could not be finished: an operator's problem; the next run continues it. */
public final class RunFailedException extends TroubleException {

    public RunFailedException(Trouble trouble) {
        super(trouble, null);
    }

    public RunFailedException(Trouble trouble, Throwable cause) {
        super(trouble, cause);
    }
}
