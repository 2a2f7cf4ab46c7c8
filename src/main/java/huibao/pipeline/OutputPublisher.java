package huibao.pipeline;

import huibao.archive.RunArchive;
import huibao.bulletin.Bulletins;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.notice.Notice;
import huibao.store.LoggedRun;
import huibao.store.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What a run publishes, for the period asked for and every other one it touched. */
public final class OutputPublisher {

    private final RunContext runContext;
    private final RunParameters run;
    private final BooleanSupplier needsAPerson;
    private final Optional<LoggedRun> before;
    private final Outputs outputs;
    private Optional<Bulletins> bulletins = Optional.empty();
    private Optional<List<Period>> periods = Optional.empty();

    /** @param needsAPerson whether something stayed in the inbox that somebody has to look at */
    OutputPublisher(RunContext runContext, RunParameters run, BooleanSupplier needsAPerson) {
        this(runContext, run, needsAPerson, Optional.empty());
    }

    /** What a run published is published again: what it found in the inbox is not known any more but from its log. */
    public static OutputPublisher again(RunContext runContext, RunParameters run, LoggedRun before) {
        return new OutputPublisher(
                runContext,
                run,
                () -> before.exitCode().orElse(0) == RunResult.Outcome.DONE_WITH_RETURNS.exitCode(),
                Optional.of(before));
    }

    private OutputPublisher(
            RunContext runContext, RunParameters run, BooleanSupplier needsAPerson, Optional<LoggedRun> before) {
        this.runContext = runContext;
        this.run = run;
        this.needsAPerson = needsAPerson;
        this.before = before;
        this.outputs = Outputs.of(runContext, run, this::reminders);
    }

    /** Made when the run has noted which reminders it knows of. */
    private Bulletins bulletins() {
        Bulletins known = bulletins.orElseGet(
                () -> new Bulletins(runContext.catalogue(), runContext.registry(), run.now(), lastReminder()));
        bulletins = Optional.of(known);
        return known;
    }

    private long lastReminder() {
        return runContext.registry().runLog().runs().stream()
                .filter(logged -> logged.run().runId().equals(run.runId()))
                .mapToLong(logged -> logged.lastReminder().orElse(0))
                .findFirst()
                .orElse(0);
    }

    RunParameters run() {
        return run;
    }

    /** What is published for a period. */
    Bulletin published(Period period) {
        return bulletins().published(period);
    }

    /** Submissions this run decided on, also before it was interrupted, in receipt order. */
    List<SubmissionRecord> decided() {
        return runContext.registry().decidedAt(run.now());
    }

    /** Submissions whose bytes this run received once more, which changed nothing. */
    private List<SubmissionRecord> sentAgain() {
        return runContext.registry().sentAgain(run.now());
    }

    /** Told once: what a step writes must not change what the next one is for. A run done again publishes what it published. */
    public List<Period> periods() {
        if (periods.isEmpty()) {
            periods = Optional.of(
                    before.isPresent()
                            ? before.get().published()
                            : new PeriodsToPublish(runContext, run, outputs).of(decided()));
        }
        return periods.get();
    }

    public void database(List<Period> periods) {
        for (Period period : periods) {
            runContext.registry().publish(bulletins().of(period));
        }
    }

    /** What is written when it is decided, and is not made again whatever the rules say later. */
    public void publishOnce(List<Period> some) throws IOException {
        for (Period period : some) {
            outputs.publishOnce(bulletins().published(period));
        }
    }

    /** What a bulletin makes at any time. */
    public void publishAgain(List<Period> some) throws IOException {
        for (Period period : some) {
            outputs.publishAgain(bulletins().published(period));
        }
    }

    /** What is written in a step. */
    void publish(Progress.Step step, List<Period> some) throws IOException {
        for (Period period : some) {
            outputs.publish(step, bulletins().published(period));
        }
    }

    /** A unit's notice, as it is in its file. */
    Optional<Notice> unitNotice(SubmissionRecord record) {
        return record.unit()
                .flatMap(unit -> record.period()
                        .flatMap(period -> notices().unit(bulletins().published(period), unit)));
    }

    /** A period's summary for people, as it is in its file. */
    Notice summaryNotice(Period period) {
        return notices().summary(bulletins().published(period));
    }

    private NoticeFiles notices() {
        return new NoticeFiles(
                runContext.catalogue(),
                runContext.folders(),
                Messages.in(runContext.catalogue().settings().language()),
                this::reminders);
    }

    private List<Reminder> reminders(Period period) {
        return bulletins().reminders(period);
    }

    /** What is listed there is there. */
    public void manifest(List<Period> periods) throws IOException {
        for (Period period : periods) {
            new Manifest(runContext.catalogue(), runContext.folders())
                    .publish(
                            bulletins().published(period),
                            runContext.registry().counts().rows(period),
                            outputs.files(period));
        }
    }

    /** Last of all: the manifests, and that the run came to its end. */
    void finish() throws IOException {
        manifest(periods());
        close();
        keepLogEntry();
    }

    /** Writes down what the run did. */
    public void close() throws IOException {
        new RunReport(runContext, run)
                .publish(
                        decided(),
                        periods().stream().map(bulletins()::published).toList());
        runContext
                .registry()
                .runLog()
                .finish(run.runId(), counts(), periods(), outcome().exitCode());
    }

    /** The log has to survive the database; an entry that was lost is written again. */
    private void keepLogEntry() throws IOException {
        RunArchive log = new RunArchive(runContext.folders().archive());
        List<LoggedRun> completed = runContext.registry().runLog().runs().stream()
                .filter(logged -> logged.state() == RunRecord.State.COMPLETED)
                .toList();
        log.keepMissing(completed);
        for (LoggedRun logged : completed) {
            if (logged.run().runId().equals(run.runId())) {
                // Killed before it was forced to disk, it may be there all the same.
                log.keep(logged);
            }
        }
    }

    /** Whether somebody has to look at a form, be it new, sent once more, or one that could not be taken. */
    RunResult.Outcome outcome() {
        return needsAPerson.getAsBoolean()
                        || Stream.concat(decided().stream(), sentAgain().stream())
                                .map(SubmissionRecord::state)
                                .anyMatch(SubmissionState::isSentBack)
                ? RunResult.Outcome.DONE_WITH_RETURNS
                : RunResult.Outcome.DONE;
    }

    private RunRecord.Counts counts() {
        List<SubmissionRecord> decided = decided();
        return new RunRecord.Counts(
                count(decided, SubmissionState.ACCEPTED) + count(decided, SubmissionState.SUPERSEDED),
                count(decided, SubmissionState.RETURNED),
                count(decided, SubmissionState.REJECTED),
                sentAgain().size());
    }

    private static int count(List<SubmissionRecord> decided, SubmissionState state) {
        return Math.toIntExact(
                decided.stream().filter(record -> record.state() == state).count());
    }
}
