package huibao.cli;

/** The command was given something it cannot use: said in one line, exit 2. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
