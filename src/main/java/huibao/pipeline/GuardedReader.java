package huibao.pipeline;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.spreadsheet.Bound;
import huibao.submission.FormDefinition;
import huibao.submission.SubmissionReader;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files so that one that is too much for the reader, or that breaks it, is a file that cannot be read: the
 * others go on, and whoever runs the program finds in the log what has to be mended.
 */
final class GuardedReader {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedReader.class);

    private final SubmissionReader reader;
    private final Map<String, Throwable> unforeseen = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    GuardedReader(FormDefinition definition) {
        this.reader = new SubmissionReader(definition, (file, why) -> unforeseen.put(file.sha256(), why));
    }

    /** Reads a file while nothing else is read: if memory does not suffice now, the file is too large. */
    Reading alone(Path file, SourceFile source) {
        try {
            return reader.read(file, source);
        } catch (OutOfMemoryError full) {
            LOG.error("not enough memory to read {} ({})", source.sha256(), source.name());
            return new Reading(
                    source,
                    Optional.empty(),
                    List.of(Finding.ofReading(
                            FindingKind.TOO_LARGE, Optional.empty(), List.of(), Map.of(Finding.FOUND, "memory"))));
        }
    }

    /** Reads a file beside others; empty if memory or time did not suffice, which may be another file's fault. */
    Optional<Reading> amongOthers(Path file, SourceFile source) {
        try {
            return Optional.of(reader.read(file, source)).filter(reading -> !ranOutOfTime(reading));
        } catch (OutOfMemoryError full) {
            return Optional.empty();
        }
    }

    /** Reads a file, if need be once more for itself. */
    Reading read(Path file, SourceFile source) {
        Reading reading = amongOthers(file, source).orElseGet(() -> alone(file, source));
        tell(reading);
        return reading;
    }

    private static boolean ranOutOfTime(Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.TOO_LARGE)
                .anyMatch(finding ->
                        Bound.SECONDS.code().equals(finding.parameters().get(Finding.FOUND)));
    }

    /**
     * Tells whoever runs the program why a file could not be read, once a file, however often it is read. Until the
     * reading is the last, it may have been the disk; where a run is stopped, it was that.
     */
    void tell(Reading last) {
        SourceFile file = last.file();
        Throwable why = unforeseen.remove(file.sha256());
        boolean failed = last.findings().stream().anyMatch(finding -> finding.kind() == FindingKind.READER_FAILED);
        if (failed && why != null && !(why instanceof ClosedByInterruptException) && told.add(file.sha256())) {
            LOG.error("could not read {} ({}); this is no fault of the file", file.sha256(), file.name(), why);
        }
    }
}
