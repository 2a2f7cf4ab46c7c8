package huibao.pipeline;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.submission.SubmissionReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files so that a file that breaks the reader is a file that cannot be read: the others go on. */
final class GuardedReader {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedReader.class);

    private final SubmissionReader reader;

    GuardedReader(SubmissionReader reader) {
        this.reader = reader;
    }

    /** Reads a file while nothing else is read: if memory does not suffice now, the file is too large. */
    Reading alone(Path file, SourceFile source) {
        try {
            return amongOthers(file, source);
        } catch (OutOfMemoryError full) {
            LOG.error("not enough memory to read {} ({})", source.sha256(), source.name());
            return unread(source, FindingKind.TOO_LARGE, "memory");
        }
    }

    /**
     * Reads a file beside others.
     *
     * @throws OutOfMemoryError if memory did not suffice, which may be another file's fault
     */
    Reading amongOthers(Path file, SourceFile source) {
        try {
            return reader.read(file, source);
        } catch (IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NullPointerException
                | ClassCastException
                | StackOverflowError e) {
            LOG.error("reader failed on {} ({})", source.sha256(), source.name(), e);
            return unread(source, FindingKind.UNREADABLE_WORKBOOK, "content");
        }
    }

    private static Reading unread(SourceFile source, FindingKind kind, String found) {
        return new Reading(
                source,
                Optional.empty(),
                List.of(Finding.ofReading(kind, Optional.empty(), List.of(), Map.of(Finding.FOUND, found))));
    }
}
