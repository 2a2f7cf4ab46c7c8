package huibao.intake;

import huibao.message.Trouble;
import huibao.message.TroubleException;

/** The inbox or the archive cannot be used: an operator's problem; nothing has left the inbox. */
public final class IntakeException extends TroubleException {

    IntakeException(Trouble trouble) {
        super(trouble, null);
    }

    IntakeException(Trouble trouble, Throwable cause) {
        super(trouble, cause);
    }
}
