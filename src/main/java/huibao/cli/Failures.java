package huibao.cli;

import huibao.catalogue.CatalogueException;
import huibao.message.Messages;
import huibao.message.TroubleException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of a failure that does not end the program. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Why it failed, for people. */
    static String why(RuntimeException failure, Messages messages) {
        if (failure instanceof TroubleException known) {
            return known.trouble().in(messages);
        }
        return isForeseen(failure) ? String.valueOf(failure.getMessage()) : failure.toString();
    }

    /** Keeps in the log where something failed that was not foreseen. */
    static void log(RuntimeException failure) {
        if (!isForeseen(failure)) {
            LOG.error("failed", failure);
        }
    }

    private static boolean isForeseen(RuntimeException failure) {
        return failure instanceof TroubleException
                || failure instanceof CatalogueException
                || failure instanceof UsageException
                || failure instanceof UncheckedIOException;
    }

    /** Throws the error that lies behind a failure, if one does: this process may not be fit to go on. */
    static void throwErrorWithin(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
    }
}
