package huibao.pipeline;

import huibao.bulletin.ComparisonBasis;
import huibao.catalogue.Catalogue;
import huibao.model.Decision;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.store.Registry;
import huibao.store.YearArchive;
import huibao.validation.Context;
import huibao.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** What a run would decide on a file, without taking it: nothing is written anywhere. */
public final class FileCheck {

    private final GuardedReader readings;
    private final Validator validator;
    private final ComparisonBasis standing;

    /**
     * @param catalogue the job
     * @param registry what stands, for rules that compare; empty if nothing has been run yet
     * @param lastYear what stood the year before; empty if the job knows of none
     */
    public FileCheck(Catalogue catalogue, Optional<Registry> registry, Optional<YearArchive> lastYear) {
        this.readings = new GuardedReader(RunContext.formDefinition(catalogue));
        this.validator = new Validator(catalogue);
        this.standing = new ComparisonBasis(catalogue, registry, lastYear);
    }

    /**
     * A file as a run would take it.
     *
     * @param reading what is read
     * @param decision what would be decided
     */
    public record Checked(Reading reading, Decision decision) {}

    /**
     * Reads and judges one file.
     *
     * @throws IOException if the file cannot be opened
     */
    public Checked check(Path file) throws IOException {
        SourceFile source = source(file);
        Reading reading = readings.read(file, source);
        return new Checked(
                reading,
                reading.submission()
                        .map(submission -> decide(reading, submission, source))
                        .orElseGet(() -> validator.validate(reading, Context.none())));
    }

    private Decision decide(Reading reading, Submission submission, SourceFile source) {
        SubmissionRecord last = afterAll(submission, source);
        Context context = standing.contextOf(last, submission);
        return validator.validate(reading, context, standing.stakesOf(last, submission, context));
    }

    /** A file not yet received comes after everything that was. */
    private static SubmissionRecord afterAll(Submission submission, SourceFile source) {
        return new SubmissionRecord(
                "check",
                Long.MAX_VALUE,
                Optional.of(submission.unit()),
                Optional.of(submission.period()),
                Optional.of(submission.form()),
                0,
                SubmissionState.RECEIVED,
                Decision.CLEAN,
                source,
                Instant.MAX,
                Instant.MAX,
                Instant.MAX,
                "",
                submission.header().synthetic());
    }

    private static SourceFile source(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return new SourceFile(
                    String.valueOf(file.getFileName()),
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest()),
                    Files.size(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
