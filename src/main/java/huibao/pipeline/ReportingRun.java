package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.files.FileFault;
import huibao.intake.Archive;
import huibao.intake.Inbox;
import huibao.intake.IntakeException;
import huibao.pipeline.Progress.Beginning;
import huibao.store.Registry;
import huibao.store.RunRecord;
import huibao.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.NestedRuntimeException;

/** One run of the reporting job under the lock of its output folder, continuing a dead one first. */
public final class ReportingRun {

    /** Noted with every run: another program may compute other figures from the same files. */
    public static final String PROGRAM_VERSION = "0.1.0";

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Clock clock;
    private final Progress progress;
    private final CatalogueArchive catalogues;

    /**
     * @param catalogue the job
     * @param folders its folders
     * @param clock the time of a run for which none is stated
     * @param progress who is told
     */
    public ReportingRun(Catalogue catalogue, JobFolders folders, Clock clock, Progress progress) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.clock = clock;
        this.progress = progress;
        this.catalogues = new CatalogueArchive(folders.archive());
    }

    /**
     * Continues a run that died, then does what is asked unless that was it.
     *
     * @return what was done; empty if another run holds the lock
     * @throws RunFailedException if the run could not be finished; the next one continues it
     */
    public Optional<RunResult> run(RunRequest request) {
        Optional<RunLock> lock = RunLock.tryTake(folders.working());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(underLock(request));
        } finally {
            lock.get().close();
        }
    }

    private RunResult underLock(RunRequest request) {
        try (BatchRepository batch = BatchRepository.open(folders.batchDatabase())) {
            Files.createDirectories(folders.inbox());
            Optional<JobExecution> unfinished = batch.unfinished();
            Optional<RunParameters> interrupted = unfinished
                    .map(execution -> RunParameters.from(execution.getJobParameters()))
                    .or(this::interrupted);
            if (interrupted.isPresent()) {
                RunResult continued = continueRun(batch, interrupted.get(), unfinished);
                if (isAllThatIsAsked(request, interrupted.get())) {
                    return continued;
                }
            }
            catalogues.keep(catalogue, folders.job());
            return start(batch, request);
        } catch (IOException e) {
            throw new RunFailedException("cannot use " + folders.inbox() + ": " + FileFault.of(e), e);
        } catch (NestedRuntimeException e) {
            throw new RunFailedException("cannot use " + folders.batchDatabase() + ": " + Obstruction.of(e), e);
        }
    }

    /** The last run of the log if it did not come to its end: what is left to go by when the batch tables are lost. */
    private Optional<RunParameters> interrupted() {
        if (!Files.exists(folders.database())) {
            return Optional.empty();
        }
        try (Registry registry = Registries.open(catalogue, folders)) {
            return registry.runLog().runs().stream()
                    .reduce((first, second) -> second)
                    .filter(last -> last.state() != RunRecord.State.COMPLETED)
                    .map(last -> RunParameters.from(last.run()));
        }
    }

    private RunResult start(BatchRepository batch, RunRequest request) {
        Instant now = request.now().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
        RunParameters run = batch.unused(RunParameters.of(request, catalogue, now));
        progress.started(run.runId(), Beginning.NEW);
        return execute(batch, catalogue, run, job -> batch.start(job, run));
    }

    /** Continues a run under the job folder it was started with, whatever became of the folder since. */
    private RunResult continueRun(BatchRepository batch, RunParameters run, Optional<JobExecution> unfinished) {
        progress.started(run.runId(), Beginning.CONTINUED);
        Catalogue own =
                run.catalogueHash().equals(catalogue.hash()) ? catalogue : catalogues.require(run.catalogueHash());
        return execute(
                batch,
                own,
                run,
                job -> unfinished.isPresent() ? batch.restart(job, unfinished.get()) : batch.start(job, run));
    }

    private RunResult execute(BatchRepository batch, Catalogue own, RunParameters run, Execution execution) {
        try (Registry registry = Registries.open(own, folders)) {
            Workshop workshop = Workshop.open(own, folders, registry, progress);
            ReportingJob job = new ReportingJob(workshop, run, batch.repository());
            return result(workshop, run, job, execution.of(job.define()));
        } catch (RunFailedException | StoreException | IntakeException e) {
            throw e;
        } catch (Exception e) {
            throw new RunFailedException("cannot start or continue run " + run.runId() + ": " + Obstruction.of(e), e);
        }
    }

    /** Whether the continued run did what is asked now, and nothing has arrived since. */
    private boolean isAllThatIsAsked(RunRequest request, RunParameters run) {
        Inbox inbox = new Inbox(
                folders.inbox(),
                Archive.open(folders.archive()),
                Duration.ofSeconds(catalogue.settings().settleSeconds()));
        return request.period().map(run.period()::equals).orElse(true)
                && request.districts().equals(run.districts())
                && request.now().map(run.now()::equals).orElse(true)
                && run.catalogueHash().equals(catalogue.hash())
                && !inbox.isWaiting();
    }

    private static RunResult result(Workshop workshop, RunParameters run, ReportingJob job, JobExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            Throwable cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException("status " + execution.getStatus()));
            throw failed(workshop, run, cause);
        }
        Publication publication = new Publication(workshop, run);
        return new RunResult(
                run.runId(),
                publication.outcome(),
                run.period(),
                publication.decided(),
                job.left(),
                publication.periods(),
                workshop.registry().brokenRules(run.now(), run.period()));
    }

    private static RunFailedException failed(Workshop workshop, RunParameters run, Throwable cause) {
        RunFailedException failure =
                new RunFailedException("run " + run.runId() + " stopped: " + Obstruction.of(cause), cause);
        try {
            workshop.registry().runLog().fail(run.runId());
        } catch (StoreException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** How the job is set going. */
    @FunctionalInterface
    private interface Execution {
        JobExecution of(Job job) throws Exception;
    }
}
