package huibao.submission;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.spreadsheet.Allowance;
import huibao.spreadsheet.Book;
import huibao.spreadsheet.BookOpener;
import huibao.spreadsheet.RefusedException;
import huibao.spreadsheet.SheetLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads a workbook as the job's form. Whatever a file contains ends in a {@link Reading}: figures with
 * their cells, and a finding for every decision a person could dispute. Nothing is judged.
 */
public final class SubmissionReader {

    private final FormIndex index;
    private final Failures failures;
    private final Opener opener;
    private final LongSupplier nanoTime;

    /** @param failures who is told of what nobody foresaw */
    public SubmissionReader(FormDefinition definition, Failures failures) {
        this(definition, failures, BookOpener::open, Allowance::computed);
    }

    /**
     * @param opener what makes a workbook of a file
     * @param nanoTime what the limit of time is measured with; figures never depend on it
     */
    SubmissionReader(FormDefinition definition, Failures failures, Opener opener, LongSupplier nanoTime) {
        this.index = new FormIndex(definition);
        this.failures = failures;
        this.opener = opener;
        this.nanoTime = nanoTime;
    }

    /** Is told of a file that could not be read for no reason of the file's: whoever runs the program has to look. */
    @FunctionalInterface
    public interface Failures {
        void failed(SourceFile file, Throwable why);
    }

    /** Makes a workbook of a file. */
    @FunctionalInterface
    interface Opener {
        Book open(Path file, Allowance allowance) throws IOException;
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
        Allowance allowance = new Allowance(index.definition().limits(), nanoTime);
        try {
            return allowance.counting(() -> read(file, source, allowance));
        } catch (RefusedException refused) {
            return refused(source, refused.kind(), refused.parameters(source.name()));
        } catch (SheetLimits.ExceededException exceeded) {
            return refused(source, FindingKind.TOO_LARGE, Excess.of(exceeded));
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError unforeseen) {
            // Java throws the same object for memory that ran out while reading and again while closing, and then
            // complains that an error cannot suppress itself. That is no failure of the reader.
            if (unforeseen.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            // The format libraries answer damaged bytes with any exception at all, and sound ones sometimes too; so
            // nothing is said of the file.
            failures.failed(source, unforeseen);
            return refused(source, FindingKind.READER_FAILED, Map.of());
        }
    }

    private Reading read(Path file, SourceFile source, Allowance allowance) throws IOException {
        Findings findings = new Findings();
        Book book = opener.open(file, allowance);
        Optional<Submission> submission = new FormReader(index, book, findings).read(source);
        return new Reading(source, submission, findings.all());
    }

    /** Nothing of what was read until then is said: how far reading came is an accident. */
    private static Reading refused(SourceFile source, FindingKind kind, Map<String, String> parameters) {
        return new Reading(
                source, Optional.empty(), List.of(Finding.ofReading(kind, Optional.empty(), List.of(), parameters)));
    }
}
