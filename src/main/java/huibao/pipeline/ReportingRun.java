package huibao.pipeline;

import huibao.archive.Archive;
import huibao.archive.ArchiveException;
import huibao.archive.CatalogueArchive;
import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.delivery.Outbox;
import huibao.files.FileFault;
import huibao.intake.Inbox;
import huibao.message.Trouble;
import huibao.message.TroubleException;
import huibao.pipeline.Progress.Beginning;
import huibao.store.Registry;
import huibao.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.NestedRuntimeException;

/** One run of the reporting job under the lock of its output folder, continuing a dead one first. */
public final class ReportingRun {

    /** Noted with every run: another program may compute other figures from the same files. */
    public static final String PROGRAM_VERSION = "0.1.0";

    private static final Logger LOG = LoggerFactory.getLogger(ReportingRun.class);

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Clock clock;
    private final Stopwatch progress;
    private final Outbox outbox;
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
        this.progress = new Stopwatch(progress, System::nanoTime);
        this.catalogues = new CatalogueArchive(folders.archive());
        this.outbox = new Outbox(folders.archive());
    }

    /**
     * Continues a run that died, then does what is asked unless that was it.
     *
     * @return what was done; empty if another run holds the lock
     * @throws RunFailedException if the run could not be finished; the next one continues it
     */
    public Optional<RunResult> run(RunRequest request) {
        Optional<RunLock> lock = RunLock.tryTake(folders);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            return measured(batch -> Optional.of(requested(batch, request)));
        } finally {
            lock.get().close();
        }
    }

    /**
     * Continues a run that did not come to its end, and does nothing else.
     *
     * @throws RunFailedException if it could not be finished this time either
     */
    public Continuation continueUnfinished() {
        if (!Files.isDirectory(folders.working()) && !Files.exists(folders.database())) {
            return new Continuation.NothingUnfinished();
        }
        Optional<RunLock> lock = RunLock.tryTake(folders);
        if (lock.isEmpty()) {
            return new Continuation.Locked();
        }
        try {
            return measured(this::continued)
                    .<Continuation>map(Continuation.Continued::new)
                    .orElseGet(Continuation.NothingUnfinished::new);
        } finally {
            lock.get().close();
        }
    }

    /** What is done under the lock; empty if there was nothing to do. */
    @FunctionalInterface
    private interface Work {
        Optional<RunResult> on(BatchRepository batch) throws IOException;
    }

    private Optional<RunResult> measured(Work work) {
        RunMetrics metrics = new RunMetrics(catalogue, folders, progress, clock);
        try {
            Optional<RunResult> result = done(work);
            result.ifPresent(metrics::succeeded);
            return result;
        } catch (RunFailedException | StoreException | ArchiveException | UncheckedIOException e) {
            metrics.failed();
            throw e;
        }
    }

    private Optional<RunResult> done(Work work) {
        try (BatchRepository batch = BatchRepository.open(folders.batchDatabase())) {
            return work.on(batch);
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("inbox.unusable", "folder", folders.inbox(), "reason", FileFault.of(e)), e);
        } catch (NestedRuntimeException e) {
            throw BatchRepository.cannotUse(folders.batchDatabase(), e);
        }
    }

    private RunResult requested(BatchRepository batch, RunRequest request) throws IOException {
        Files.createDirectories(folders.inbox());
        Unfinished unfinished = unfinished(batch);
        Optional<RunResult> continued = continued(batch, unfinished, present(request));
        if (continued.isPresent() && isAllThatIsAsked(request, unfinished.run().orElseThrow())) {
            return continued.get();
        }
        continued.ifPresent(progress::broughtToItsEnd);
        catalogues.keep(catalogue, folders.job());
        RunResult own = start(batch, request);
        return continued.map(own::after).orElse(own);
    }

    private Optional<RunResult> continued(BatchRepository batch) {
        return continued(batch, unfinished(batch), clock);
    }

    private Optional<RunResult> continued(BatchRepository batch, Unfinished unfinished, InstantSource present) {
        return unfinished.run().map(run -> continueRun(batch, run, unfinished.execution(), present));
    }

    /** A run that did not come to its end; the execution is missing where the batch tables are. */
    private record Unfinished(Optional<JobExecution> execution, Optional<RunParameters> run) {}

    private Unfinished unfinished(BatchRepository batch) {
        Optional<JobExecution> execution = batch.unfinished();
        return new Unfinished(
                execution,
                execution
                        .map(found -> RunParameters.from(found.getJobParameters()))
                        .or(this::interrupted));
    }

    /** The last run of the log if it did not come to its end: what is left to go by when the batch tables are lost. */
    private Optional<RunParameters> interrupted() {
        if (!Files.exists(folders.database())) {
            return Optional.empty();
        }
        try (Registry registry = Registries.open(catalogue, folders)) {
            return registry.runLog().unfinished().map(last -> RunParameters.from(last.run()));
        }
    }

    private RunResult start(BatchRepository batch, RunRequest request) {
        Instant now = request.now().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
        RunParameters run = batch.unused(RunParameters.of(request, catalogue, now));
        progress.started(run.runId(), Beginning.NEW);
        return execute(batch, catalogue, run, Optional.empty(), present(request), job -> batch.start(job, run));
    }

    /** The time from now on, as it is stated: a continued run's own lies back. */
    private InstantSource present(RunRequest request) {
        return request.now()
                .map(now -> InstantSource.offset(clock, Duration.between(clock.instant(), now)))
                .orElse(clock);
    }

    /** Continues a run under the job folder it was started with, whatever became of the folder since. */
    private RunResult continueRun(
            BatchRepository batch, RunParameters run, Optional<JobExecution> unfinished, InstantSource present) {
        progress.started(run.runId(), Beginning.CONTINUED);
        Catalogue own =
                run.catalogueHash().equals(catalogue.hash()) ? catalogue : catalogues.require(run.catalogueHash());
        return execute(
                batch,
                own,
                run,
                unfinished.flatMap(BatchRepository::begun),
                present,
                job -> unfinished.isPresent() ? batch.restart(job, unfinished.get()) : batch.start(job, run));
    }

    /**
     * @param begun when a run that is continued was begun: what came into the inbox later is the next one's
     * @param present the time now, by which it is told whether a notice still holds
     */
    private RunResult execute(
            BatchRepository batch,
            Catalogue own,
            RunParameters run,
            Optional<Instant> begun,
            InstantSource present,
            Execution execution) {
        try (Registry registry = open(own)) {
            RunContext context = RunContext.open(own, folders, registry, progress);
            ReportingJob job = new ReportingJob(
                    context,
                    run,
                    begun,
                    batch.repository(),
                    new NoticeMessages(catalogue, CatalogueReader.readContacts(folders.job(), catalogue), outbox));
            job.note();
            RunResult result = result(context, run, job, execution.of(job.define()));
            return result.delivered(Deliveries.send(catalogue, outbox, registry, present, clock));
        } catch (TroubleException | NestedRuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RunFailedException(
                    Trouble.of("run.not_started", "run", run.runId(), "reason", FailureReason.of(e)), e);
        }
    }

    private Registry open(Catalogue own) throws IOException {
        LostRuns.refuseLostRegistry(catalogue, folders);
        Registry registry = Registries.open(own, folders);
        try {
            LostRuns.refuse(catalogue, folders, registry);
            return registry;
        } catch (IOException | RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /**
     * Whether the continued run did what is asked now, and nothing has arrived since. Where no time is asked for, one
     * of another day did not, nor one from before a deadline that has passed since.
     */
    private boolean isAllThatIsAsked(RunRequest request, RunParameters run) {
        Inbox inbox = Inboxes.open(catalogue, folders, Archive.open(folders.archive()));
        Instant now = request.now().orElseGet(clock::instant);
        return RunParameters.of(request, catalogue, now).period().equals(run.period())
                && request.districts().equals(run.districts())
                && request.now().map(run.now()::equals).orElseGet(() -> isSameNight(run.now(), now))
                && run.catalogueHash().equals(catalogue.hash())
                && !inbox.isWaiting();
    }

    /** Whether nothing has become due from one time to the other. */
    private boolean isSameNight(Instant then, Instant now) {
        return day(then).equals(day(now))
                && catalogue.periods().stream()
                        .flatMap(period -> catalogue.due(period).stream())
                        .noneMatch(due -> due.isAfter(then) && !due.isAfter(now));
    }

    private LocalDate day(Instant time) {
        return time.atZone(catalogue.settings().zone()).toLocalDate();
    }

    private static RunResult result(RunContext context, RunParameters run, ReportingJob job, JobExecution execution)
            throws IOException {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            Throwable cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException("status " + execution.getStatus()));
            throw failed(context, run, cause);
        }
        OutputPublisher publication = job.publication();
        return new RunResult(
                run.runId(),
                publication.outcome(),
                run.period(),
                publication.decided(),
                job.left(),
                publication.periods(),
                Deliveries.NONE,
                context.registry().rules().broken(run.now(), run.period()),
                Optional.empty());
    }

    private static RunFailedException failed(RunContext context, RunParameters run, Throwable thrown) {
        Throwable cause =
                isOfTables(thrown) ? BatchRepository.cannotUse(context.folders().batchDatabase(), thrown) : thrown;
        if (!isForeseen(cause)) {
            LOG.error("run {} stopped", run.runId(), cause);
        }
        RunFailedException failure = new RunFailedException(
                Trouble.of("run.stopped", "run", run.runId(), "reason", FailureReason.of(cause)), cause);
        try {
            context.registry().runLog().fail(run.runId());
        } catch (StoreException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Our own stores say which file it is; what only JDBC or Spring complains of are Spring Batch's tables. */
    private static boolean isOfTables(Throwable failure) {
        return chain(failure)
                        .anyMatch(cause -> cause instanceof SQLException || cause instanceof NestedRuntimeException)
                && chain(failure).noneMatch(cause -> cause instanceof IOException || isSaid(cause));
    }

    /** What stands in the way of a run and can be said in a line: disk, folders, database, archive. */
    private static boolean isForeseen(Throwable failure) {
        return chain(failure).anyMatch(cause -> cause instanceof IOException || isSaid(cause));
    }

    /** Whether its message says to people what is wrong and what to do. */
    private static boolean isSaid(Throwable cause) {
        return cause instanceof TroubleException;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** How the job is set going. */
    @FunctionalInterface
    private interface Execution {
        JobExecution of(Job job) throws Exception;
    }
}
