package huibao.pipeline;

import huibao.archive.Receipt;
import huibao.bulletin.ComparisonBasis;
import huibao.model.Decision;
import huibao.model.FindingKind;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.pipeline.PendingWorkbooks.Pending;
import huibao.store.DecidedSubmission;
import huibao.store.Registry;
import huibao.validation.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Decides on workbooks and records a chunk of decisions in one transaction. Deciding is done where it is recorded and
 * not a step before: a form is compared with those decided on before it, also in its own chunk.
 */
public final class WorkbookDecisions implements ItemWriter<Pending> {

    private final RunContext runContext;
    private final ComparisonBasis standing;
    private final RunParameters run;

    public WorkbookDecisions(RunContext runContext, RunParameters run) {
        this.runContext = runContext;
        this.standing = new ComparisonBasis(runContext.catalogue(), runContext.registry());
        this.run = run;
    }

    /** What came of a file. */
    private sealed interface Verdict {}

    /**
     * A workbook decided on.
     *
     * @param record how the registry knows it
     * @param reading what was read
     * @param decision what was decided
     */
    private record Judged(SubmissionRecord record, Reading reading, Decision decision) implements Verdict {

        DecidedSubmission stored() {
            return new DecidedSubmission(record, reading, decision);
        }
    }

    /**
     * The same bytes as an earlier file, which change nothing.
     *
     * @param receipt the later file's receipt
     * @param of the submission of these bytes
     */
    private record Duplicate(Receipt receipt, String of) implements Verdict {}

    private Verdict decide(Pending file) {
        return known(file.receipt().file())
                .<Verdict>map(known -> new Duplicate(file.receipt(), known.submissionId()))
                .orElseGet(() -> file.reading()
                        .submission()
                        .map(submission -> judge(file, submission, newVersion(submission)))
                        .orElseGet(() -> reject(file)));
    }

    /**
     * The submission these bytes are, if they change nothing: it stands, or it is what this run decided on last for
     * its unit and period. Else they are a version of their own, judged against what stands now: a form that was
     * returned, or that another has replaced since, is sent again because it is meant.
     */
    private Optional<SubmissionRecord> known(SourceFile file) {
        return runContext.registry().withHash(file.sha256()).stream()
                .filter(earlier -> switch (earlier.state()) {
                    case ACCEPTED -> true;
                    case REJECTED -> isRejectedStill(earlier, file);
                    case RECEIVED, RETURNED, SUPERSEDED -> earlier.decidedAt().equals(run.now()) && isLatest(earlier);
                })
                .findFirst();
    }

    /**
     * A file may have been rejected for its name, or by rules that are others now; one that we could not read is tried
     * anew.
     */
    private boolean isRejectedStill(SubmissionRecord earlier, SourceFile file) {
        return earlier.file().name().equals(file.name())
                && earlier.catalogueHash().equals(runContext.catalogue().hash())
                && !earlier.reason().equals(FindingKind.READER_FAILED.name());
    }

    private boolean isLatest(SubmissionRecord submission) {
        return runContext
                .registry()
                .submissions(
                        submission.unit().orElseThrow(), submission.period().orElseThrow())
                .stream()
                .noneMatch(other -> other.version() > submission.version());
    }

    @Override
    public void write(Chunk<? extends Pending> chunk) {
        List<Verdict> verdicts = new ArrayList<>();
        runContext.registry().inOneTransaction(() -> {
            for (Pending file : chunk) {
                Verdict verdict = decide(file);
                record(verdict);
                verdicts.add(verdict);
            }
        });
        // Nobody is told of what is not on disk.
        verdicts.forEach(this::tell);
    }

    /** Decides on all that is pending, chunk by chunk as the job does. */
    public void decide(PendingWorkbooks pending) {
        pending.open(new ExecutionContext());
        try {
            for (Chunk<Pending> chunk = next(pending); !chunk.isEmpty(); chunk = next(pending)) {
                write(chunk);
            }
        } finally {
            pending.close();
        }
    }

    private static Chunk<Pending> next(PendingWorkbooks pending) {
        Chunk<Pending> chunk = new Chunk<>();
        while (chunk.size() < ReportingJob.WORKBOOKS_AT_ONCE) {
            Pending file = pending.read();
            if (file == null) {
                break;
            }
            chunk.add(file);
        }
        return chunk;
    }

    private void record(Verdict verdict) {
        if (verdict instanceof Judged judged) {
            runContext.registry().record(judged.stored(), run.now());
        } else if (verdict instanceof Duplicate duplicate) {
            Receipt receipt = duplicate.receipt();
            runContext.registry().recordDuplicate(receipt.number(), receipt.file(), duplicate.of(), run.now());
        }
    }

    private void tell(Verdict verdict) {
        if (verdict instanceof Judged judged) {
            runContext
                    .progress()
                    .decided(judged.record(), judged.decision().findings().size());
        } else if (verdict instanceof Duplicate duplicate) {
            runContext.progress().duplicate(duplicate.receipt().file().name(), duplicate.of());
        }
    }

    /** Judges again the units asked for; in a full run those judged under another state of the job folder. */
    public void rejudge() {
        List<UnitCode> units = run.districts().isEmpty()
                ? runContext
                        .registry()
                        .judgedUnderAnother(runContext.catalogue().hash(), run.period())
                : run.districts();
        for (UnitCode unit : units) {
            if (canBeReadAgain(unit)) {
                rejudge(unit, run.period());
            } else if (!run.districts().isEmpty()) {
                runContext.progress().stands(unit, run.period());
            }
        }
    }

    /** What a unit sent is judged again as a whole, or stands as it was judged. */
    private boolean canBeReadAgain(UnitCode unit) {
        return runContext.registry().submissions(unit, run.period()).stream()
                .noneMatch(record -> runContext.archive().isDiscarded(record.file()));
    }

    /**
     * Reads and judges again, from the archive, every version a unit sent for a period, each against what
     * stood when it was judged first.
     */
    private void rejudge(UnitCode unit, Period period) {
        List<DecidedSubmission> again = new ArrayList<>();
        for (SubmissionRecord record : runContext.registry().submissions(unit, period)) {
            Receipt receipt = runContext.archive().require(record.receipt());
            Reading reading = runContext.amongOthers(receipt).orElseGet(() -> runContext.alone(receipt));
            Pending file = new Pending(receipt, reading);
            Judged judged = reading.submission()
                    .filter(submission -> submission.unit().equals(unit)
                            && submission.period().equals(period))
                    .map(submission -> judge(file, submission, record))
                    .orElseGet(() -> reject(file));
            again.add(judged.stored());
        }
        Registry registry = runContext.registry();
        standing.whileChanging(
                unit,
                () -> registry.inOneTransaction(() -> {
                    registry.editions().overtake(period);
                    registry.rejudge(unit, period, again, run.now());
                }));
    }

    private SubmissionRecord newVersion(Submission submission) {
        int version = runContext.registry().nextVersion(submission.unit(), submission.period(), submission.form());
        return new SubmissionRecord(
                submission.unit() + "-" + submission.period() + "-v" + version,
                0,
                Optional.of(submission.unit()),
                Optional.of(submission.period()),
                Optional.of(submission.form()),
                version,
                SubmissionState.RECEIVED,
                Decision.CLEAN,
                submission.file(),
                run.now(),
                run.now(),
                run.now(),
                runContext.catalogue().hash(),
                submission.header().synthetic());
    }

    private Judged judge(Pending file, Submission submission, SubmissionRecord known) {
        SubmissionRecord open = new SubmissionRecord(
                known.submissionId(),
                file.receipt().number(),
                known.unit(),
                known.period(),
                known.form(),
                known.version(),
                known.state(),
                known.reason(),
                file.receipt().file(),
                file.receipt().receivedAt(),
                file.receipt().arrivedAt(),
                known.decidedAt(),
                runContext.catalogue().hash(),
                submission.header().synthetic());
        Context context = standing.contextOf(open, submission);
        Decision decision =
                runContext.validator().validate(file.reading(), context, standing.stakesOf(open, submission, context));
        return new Judged(decided(open, decision), file.reading(), decision);
    }

    private Judged reject(Pending file) {
        SubmissionRecord rejected = new SubmissionRecord(
                String.format(Locale.ROOT, "rejected-%08d", file.receipt().number()),
                file.receipt().number(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                SubmissionState.REJECTED,
                "",
                file.receipt().file(),
                file.receipt().receivedAt(),
                file.receipt().arrivedAt(),
                run.now(),
                runContext.catalogue().hash(),
                false);
        Decision decision = runContext.validator().validate(file.reading(), Context.none());
        return new Judged(decided(rejected, decision), file.reading(), decision);
    }

    private static SubmissionRecord decided(SubmissionRecord open, Decision decision) {
        return new SubmissionRecord(
                open.submissionId(),
                open.receipt(),
                open.unit(),
                open.period(),
                open.form(),
                open.version(),
                decision.state(),
                decision.reason(),
                open.file(),
                open.receivedAt(),
                open.arrivedAt(),
                open.decidedAt(),
                open.catalogueHash(),
                open.synthetic());
    }
}
