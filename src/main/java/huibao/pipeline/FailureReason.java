package huibao.pipeline;

import huibao.files.FileFault;
import huibao.message.Messages;
import huibao.message.Trouble;
import huibao.message.TroubleException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** What stood in a run's way, as one line for whoever has to mend it. */
public final class FailureReason {

    private FailureReason() {}

    /** Whatever says best which file it is and what is wrong with it: a trouble, or a library's own words. */
    static Object of(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TroubleException known) {
                return known.trouble();
            }
            if (cause instanceof FileSystemException file) {
                return FileFault.of(file);
            }
            root = cause;
        }
        return root instanceof IOException refused ? FileFault.of(refused) : said(failure, root);
    }

    /** The same for a person. */
    public static String in(Messages messages, Throwable failure) {
        return Trouble.of("told", "reason", of(failure)).in(messages);
    }

    private static String said(Throwable failure, Throwable root) {
        String own = String.valueOf(failure.getMessage());
        return root == failure ? own : own + " (" + root.getMessage() + ")";
    }
}
