package huibao.archive;

import huibao.message.Trouble;
import huibao.message.TroubleException;

/** The inbox or the archive cannot be used: an operator's problem; nothing has left the inbox. */
public final class ArchiveException extends TroubleException {

    public ArchiveException(Trouble trouble) {
        super(trouble, null);
    }

    public ArchiveException(Trouble trouble, Throwable cause) {
        super(trouble, cause);
    }
}
