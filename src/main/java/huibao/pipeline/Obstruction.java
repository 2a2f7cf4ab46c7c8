package huibao.pipeline;

import huibao.files.FileFault;
import huibao.intake.IntakeException;
import huibao.store.StoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** What stood in a run's way, as one line for whoever has to mend it. */
final class Obstruction {

    private Obstruction() {}

    /** Whatever says best which file it is and what is wrong with it. */
    static String of(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException
                    || cause instanceof IntakeException
                    || cause instanceof RunFailedException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof FileSystemException file) {
                return FileFault.of(file);
            }
            root = cause;
        }
        return root instanceof IOException refused ? FileFault.of(refused) : said(failure, root);
    }

    private static String said(Throwable failure, Throwable root) {
        String own = String.valueOf(failure.getMessage());
        return (root == failure ? own : own + " (" + root.getMessage() + ")").replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
