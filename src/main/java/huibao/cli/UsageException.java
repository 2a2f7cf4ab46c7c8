package huibao.cli;

/** The command was given something it cannot use: said in one line, exit 2. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
