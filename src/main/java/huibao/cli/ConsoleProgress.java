package huibao.cli;

import huibao.intake.Collected.Left;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunLabel;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import huibao.pipeline.Progress;
import huibao.pipeline.RunResult;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One line per step and per workbook. */
public final class ConsoleProgress implements Progress {

    private final EventLog log;
    private final Messages messages;
    private final Consumer<RunResult> closing;

    /** Lines go to {@code log}. */
    public ConsoleProgress(EventLog log, Messages messages) {
        this(log, messages, dead -> {});
    }

    /**
     * The same.
     *
     * @param closing says how a dead run ended that was continued before another
     */
    public ConsoleProgress(EventLog log, Messages messages, Consumer<RunResult> closing) {
        this.log = log;
        this.messages = messages;
        this.closing = closing;
    }

    @Override
    public void broughtToItsEnd(RunResult dead) {
        closing.accept(dead);
    }

    @Override
    public void started(String runId, Beginning beginning) {
        RunLabel.enter(runId);
        log.say(Event.info(
                "run_" + beginning.name().toLowerCase(Locale.ROOT),
                messages.text("progress." + beginning.name(), Map.of("run", runId))));
    }

    @Override
    public void step(Step step) {
        log.say(Event.of(
                Event.Level.INFO,
                "step",
                "· " + messages.text("step." + step.name()),
                "step",
                step.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void decided(SubmissionRecord submission, int findings) {
        log.say(Event.of(
                Event.Level.INFO,
                "submission_decided",
                "  "
                        + messages.text(
                                "progress.decided",
                                Map.of(
                                        "submission", submission.submissionId(),
                                        "state", messages.word(submission.state()),
                                        "findings", Integer.toString(findings),
                                        "file",
                                                Console.oneLine(
                                                        submission.file().name()))),
                "submission",
                submission.submissionId(),
                "state",
                submission.state().name(),
                "findings",
                Integer.toString(findings),
                "file",
                submission.file().name(),
                "unit",
                submission.unit().map(UnitCode::value).orElse(""),
                "period",
                submission.period().map(Period::toString).orElse("")));
    }

    @Override
    public void duplicate(String fileName, String ofSubmissionId) {
        log.say(Event.of(
                Event.Level.INFO,
                "duplicate",
                "  "
                        + messages.text(
                                "progress.duplicate",
                                Map.of("file", Console.oneLine(fileName), "submission", ofSubmissionId)),
                "file",
                fileName,
                "submission",
                ofSubmissionId));
    }

    @Override
    public void left(Left left) {
        log.say(Event.of(
                Event.Level.WARN,
                "left_in_inbox",
                "  " + messages.text("left." + left.why().name(), Map.of("file", Console.oneLine(left.name()))),
                "file",
                left.name(),
                "why",
                left.why().name()));
    }

    @Override
    public void stands(UnitCode unit, Period period) {
        log.say(Event.of(
                Event.Level.WARN,
                "stands_as_judged",
                "  " + messages.text("progress.stands", Map.of("unit", unit.value(), "period", period.toString())),
                "unit",
                unit.value(),
                "period",
                period.toString()));
    }
}
