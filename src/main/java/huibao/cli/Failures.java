package huibao.cli;

import huibao.catalogue.CatalogueException;
import huibao.files.FileFault;
import huibao.message.Messages;
import huibao.message.TroubleException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of a failure, whether or not it ends the program. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Why it failed, for people. */
    public static String why(Exception failure, Messages messages) {
        if (failure instanceof TroubleException known) {
            return known.trouble().in(messages);
        }
        if (failure instanceof UncheckedIOException unread) {
            return FileFault.of(Objects.requireNonNull(unread.getCause())).in(messages) + " (" + unread.getMessage()
                    + ")";
        }
        if (failure instanceof FileSystemException file) {
            return FileFault.of(file).in(messages);
        }
        return isForeseen(failure) ? String.valueOf(failure.getMessage()) : failure.toString();
    }

    /** Keeps in the log where something failed that was not foreseen. */
    public static void log(Exception failure) {
        if (!isForeseen(failure)) {
            LOG.error("failed", failure);
        }
    }

    private static boolean isForeseen(Exception failure) {
        return failure instanceof TroubleException
                || failure instanceof CatalogueException
                || failure instanceof UsageException
                || failure instanceof UncheckedIOException
                || failure instanceof FileSystemException;
    }

    /** Throws the error that lies behind a failure, if one does: this process may not be fit to go on. */
    public static void throwErrorWithin(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
    }
}
