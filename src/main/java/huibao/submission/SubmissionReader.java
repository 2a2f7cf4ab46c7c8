package huibao.submission;

import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a workbook as the job's form. Whatever a file contains ends in a {@link Reading}: figures with
 * their cells, and a finding for every decision a person could dispute. Nothing is judged.
 */
public final class SubmissionReader {

    private final FormDefinition definition;

    public SubmissionReader(FormDefinition definition) {
        this.definition = definition;
    }

    /**
     * Reads a file; keeps no state, so that one reader may serve many threads.
     *
     * @param file where its bytes are
     * @param source what it was called in the inbox: a hint that can contradict the form, never decide
     * @throws UncheckedIOException if the file is not there or may not be opened
     */
    public Reading read(Path file, SourceFile source) {
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(new IOException("cannot open " + file + ": not there, or no permission"));
        }
        Findings findings = new Findings();
        Optional<Submission> submission =
                open(file, findings).flatMap(book -> new FormReader(definition, book, findings).read(source));
        return new Reading(source, submission, findings.all());
    }

    private static Optional<Book> open(Path file, Findings findings) {
        try {
            return Optional.of(BookOpener.open(file));
        } catch (RefusedException refused) {
            findings.add(refused.kind(), List.of(), Map.of("found", refused.found()));
        } catch (Limits.ExceededException exceeded) {
            findings.add(
                    FindingKind.TOO_LARGE,
                    List.of(),
                    Map.of("found", exceeded.what().code(), "limit", Long.toString(exceeded.limit())));
        } catch (IOException | RuntimeException damaged) {
            // The format libraries answer damaged bytes with any exception at all; what they say is for no sender.
            findings.add(FindingKind.UNREADABLE_WORKBOOK, List.of(), Map.of("found", Damage.CONTENT.code()));
        }
        return Optional.empty();
    }
}
