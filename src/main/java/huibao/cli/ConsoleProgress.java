package huibao.cli;

import huibao.intake.Collected.Left;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunLabel;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import huibao.pipeline.Progress;
import huibao.pipeline.RunResult;
import java.util.Locale;
import java.util.function.Consumer;

/** One line per step and per workbook. */
public final class ConsoleProgress implements Progress {

    private final EventLog log;
    private final RunEvents events;
    private final Consumer<RunResult> closing;

    /** Lines go to {@code log}. */
    public ConsoleProgress(EventLog log, RunEvents events) {
        this(log, events, dead -> {});
    }

    /**
     * The same.
     *
     * @param closing says how a dead run ended that was continued before another
     */
    public ConsoleProgress(EventLog log, RunEvents events, Consumer<RunResult> closing) {
        this.log = log;
        this.events = events;
        this.closing = closing;
    }

    @Override
    public void broughtToItsEnd(RunResult dead) {
        closing.accept(dead);
    }

    @Override
    public void started(String runId, Beginning beginning) {
        RunLabel.enter(runId);
        say(Event.Level.INFO, "run_" + lower(beginning), "progress." + beginning, "run", runId);
    }

    @Override
    public void step(Step step) {
        say(Event.Level.INFO, "step", "step." + step, "step", lower(step));
    }

    @Override
    public void decided(SubmissionRecord submission, int findings) {
        say(
                Event.Level.INFO,
                "submission_decided",
                "progress.decided",
                "submission",
                submission.submissionId(),
                "state",
                submission.state(),
                "findings",
                findings,
                "file",
                submission.file().name(),
                "unit",
                submission.unit(),
                "period",
                submission.period());
    }

    @Override
    public void duplicate(String fileName, String ofSubmissionId) {
        say(Event.Level.INFO, "duplicate", "progress.duplicate", "file", fileName, "submission", ofSubmissionId);
    }

    @Override
    public void left(Left left) {
        say(Event.Level.WARN, "left_in_inbox", "left." + left.why(), "file", left.name(), "why", left.why());
    }

    @Override
    public void stands(UnitCode unit, Period period) {
        say(Event.Level.WARN, "stands_as_judged", "progress.stands", "unit", unit, "period", period);
    }

    private void say(Event.Level level, String name, String key, Object... facts) {
        log.say(events.event(level, name, key, facts));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
