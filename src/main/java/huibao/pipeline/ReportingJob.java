package huibao.pipeline;

import huibao.archive.ReminderArchive;
import huibao.intake.Collected;
import huibao.intake.Collected.Left;
import huibao.model.Reminder;
import huibao.pipeline.PendingWorkbooks.Pending;
import huibao.pipeline.Progress.Step;
import huibao.store.RunLog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * The job: from the inbox to what is published. Each step can be done again from its beginning with the
 * same result, so a run that died is continued at the step where it died.
 */
final class ReportingJob {

    static final String NAME = "reporting";

    /** Recorded in one transaction: a commit costs as much as deciding on some forms, and no more than these is done again. */
    static final int WORKBOOKS_AT_ONCE = 50;

    private final RunContext runContext;
    private final RunParameters run;
    private final Optional<Instant> begun;
    private final JobRepository repository;
    private final NoticeMessages messages;
    private final ResourcelessTransactionManager transactions = new ResourcelessTransactionManager();
    private final List<Left> left = new ArrayList<>();
    private final OutputPublisher publication;

    ReportingJob(
            RunContext runContext,
            RunParameters run,
            Optional<Instant> begun,
            JobRepository repository,
            NoticeMessages messages) {
        this.runContext = runContext;
        this.run = run;
        this.begun = begun;
        this.repository = repository;
        this.messages = messages;
        this.publication = new OutputPublisher(runContext, run, this::needsAPerson);
    }

    Job define() {
        SimpleJobBuilder steps = new JobBuilder(NAME, repository)
                .start(collecting())
                .next(step(Step.REJUDGE, new WorkbookDecisions(runContext, run)::rejudge))
                .next(judge())
                .next(step(Step.DATABASE, () -> publication.database(publication.periods())));
        for (Step step : Outputs.STEPS) {
            steps.next(step(step, () -> publication.publish(step, publication.periods())));
        }
        return steps.next(step(Step.MANIFEST, () -> {
                    messages.put(publication);
                    publication.finish();
                }))
                .build();
    }

    /** Notes the run once more where the registry lost that it had begun. */
    void note() throws IOException {
        RunLog log = runContext.registry().runLog();
        if (log.runs().stream().noneMatch(logged -> logged.run().runId().equals(run.runId()))) {
            log.start(run.toRecord());
            noteCollected(log, reminders());
        }
    }

    /** What it publishes. */
    OutputPublisher publication() {
        return publication;
    }

    /** What stayed in the inbox. */
    List<Left> left() {
        return List.copyOf(left);
    }

    /** Whether something stayed in the inbox that will not be taken next time either unless somebody sees to it. */
    boolean needsAPerson() {
        return left.stream().anyMatch(one -> one.why().needsAPerson());
    }

    private void collect() throws IOException {
        runContext.registry().runLog().start(run.toRecord());
        Collected collected = Inboxes.open(runContext.catalogue(), runContext.folders(), runContext.archive())
                .collect(run.now(), begun);
        left.addAll(collected.left());
        collected.left().forEach(runContext.progress()::left);
        List<Reminder> reminders = reminders();
        runContext.registry().reminderLog().add(reminders);
        noteCollected(runContext.registry().runLog(), reminders);
    }

    private List<Reminder> reminders() throws IOException {
        return new ReminderArchive(runContext.folders().archive()).upTo(Long.MAX_VALUE);
    }

    private void noteCollected(RunLog log, List<Reminder> reminders) {
        log.collected(
                run.runId(),
                runContext.archive().newest(),
                reminders.stream().mapToLong(Reminder::number).max().orElse(0));
    }

    private org.springframework.batch.core.step.Step judge() {
        return new StepBuilder(name(Step.JUDGE), repository)
                .<Pending, Pending>chunk(WORKBOOKS_AT_ONCE)
                .reader(new PendingWorkbooks(runContext, run))
                .writer(new WorkbookDecisions(runContext, run))
                .transactionManager(transactions)
                .allowStartIfComplete(true)
                .listener(announcing(Step.JUDGE))
                .build();
    }

    /** What has arrived since a run died belongs to the next one. */
    private org.springframework.batch.core.step.Step collecting() {
        return tasklet(Step.COLLECT, this::collect).build();
    }

    /** Done again when a run is continued: the registry may have lost what the batch tables call done. */
    private org.springframework.batch.core.step.Step step(Step step, Work work) {
        return tasklet(step, work).allowStartIfComplete(true).build();
    }

    private TaskletStepBuilder tasklet(Step step, Work work) {
        return new StepBuilder(name(step), repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(announcing(step));
    }

    private StepExecutionListener announcing(Step step) {
        return new StepExecutionListener() {
            @Override
            public void beforeStep(StepExecution execution) {
                runContext.progress().step(step);
            }
        };
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** What a step does. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
