package huibao.intake;

/** The inbox or the archive cannot be used: an operator's problem; nothing has left the inbox. */
public final class IntakeException extends RuntimeException {

    public IntakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
