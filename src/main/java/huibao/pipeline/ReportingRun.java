package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.intake.Inbox;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.pipeline.Progress.Beginning;
import huibao.store.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** One run of the reporting job under the lock of its output folder, continuing a dead one first. */
public final class ReportingRun {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Clock clock;
    private final Progress progress;

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
        try (BatchRepository batch = BatchRepository.open(folders.batchDatabase());
                Registry registry = Registries.open(catalogue, folders)) {
            Files.createDirectories(folders.inbox());
            Workshop workshop = Workshop.open(catalogue, folders, registry, progress);
            Optional<JobExecution> unfinished = batch.unfinished();
            if (unfinished.isPresent()) {
                RunResult continued = restart(batch, workshop, unfinished.get());
                if (isAllThatIsAsked(request, unfinished.get(), workshop)) {
                    return continued;
                }
            }
            return start(batch, workshop, request);
        } catch (IOException e) {
            throw new RunFailedException("cannot use " + folders.inbox() + ": " + e, e);
        }
    }

    private RunResult start(BatchRepository batch, Workshop workshop, RunRequest request) {
        Instant now = request.now().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
        RunParameters run = batch.unused(RunParameters.of(request, catalogue, now));
        progress.started(run.runId(), Beginning.NEW);
        ReportingJob job = new ReportingJob(workshop, run, batch.repository());
        try {
            return result(workshop, run, job, batch.start(job.define(), run));
        } catch (RunFailedException e) {
            throw e;
        } catch (Exception e) {
            throw new RunFailedException("cannot start run " + run.runId() + ": " + e, e);
        }
    }

    private RunResult restart(BatchRepository batch, Workshop workshop, JobExecution unfinished) {
        RunParameters run = RunParameters.from(unfinished.getJobParameters());
        progress.started(run.runId(), Beginning.CONTINUED);
        ReportingJob job = new ReportingJob(workshop, run, batch.repository());
        try {
            return result(workshop, run, job, batch.restart(job.define(), unfinished));
        } catch (RunFailedException e) {
            throw e;
        } catch (Exception e) {
            throw new RunFailedException("cannot continue run " + run.runId() + ": " + e, e);
        }
    }

    /** Whether the continued run did what is asked now, and nothing has arrived since. */
    private boolean isAllThatIsAsked(RunRequest request, JobExecution continued, Workshop workshop) {
        RunParameters run = RunParameters.from(continued.getJobParameters());
        Inbox inbox = new Inbox(
                folders.inbox(),
                workshop.archive(),
                Duration.ofSeconds(catalogue.settings().settleSeconds()));
        return request.period().map(run.period()::equals).orElse(true)
                && request.districts().equals(run.districts())
                && request.now().map(run.now()::equals).orElse(true)
                && !inbox.isWaiting();
    }

    private RunResult result(Workshop workshop, RunParameters run, ReportingJob job, JobExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            Throwable cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException("status " + execution.getStatus()));
            throw new RunFailedException("run " + run.runId() + " stopped: " + rootMessage(cause), cause);
        }
        Publication publication = new Publication(workshop, run);
        List<SubmissionRecord> decided = publication.decided();
        boolean needsPeople = Stream.concat(decided.stream(), publication.sentAgain().stream())
                .anyMatch(record -> isOpen(record.state()));
        List<Period> published = publication.periods();
        return new RunResult(
                run.runId(),
                needsPeople ? RunResult.Outcome.DONE_WITH_RETURNS : RunResult.Outcome.DONE,
                run.period(),
                decided,
                job.left(),
                published,
                workshop.registry().brokenRules(run.now(), run.period()));
    }

    private static boolean isOpen(SubmissionState state) {
        return state == SubmissionState.RETURNED || state == SubmissionState.REJECTED;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String own = String.valueOf(failure.getMessage());
        return root == failure ? own : own + " (" + root + ")";
    }
}
