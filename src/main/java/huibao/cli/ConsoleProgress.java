package huibao.cli;

import huibao.intake.Collected.Left;
import huibao.message.Messages;
import huibao.model.SubmissionRecord;
import huibao.pipeline.Progress;
import java.util.Map;
import java.util.function.Consumer;

/** One line per step and per workbook; on a terminal the step's line stays live until the next. */
final class ConsoleProgress implements Progress {

    private final Consumer<String> out;
    private final Messages messages;

    /** Lines go to {@code out}. */
    ConsoleProgress(Consumer<String> out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    @Override
    public void started(String runId, Beginning beginning) {
        out.accept(messages.text("progress." + beginning.name(), Map.of("run", runId)));
    }

    @Override
    public void step(Step step) {
        out.accept("· " + messages.text("step." + step.name()));
    }

    @Override
    public void decided(SubmissionRecord submission, int findings) {
        out.accept("  "
                + messages.text(
                        "progress.decided",
                        Map.of(
                                "submission", submission.submissionId(),
                                "state", messages.word(submission.state()),
                                "findings", Integer.toString(findings),
                                "file", Console.oneLine(submission.file().name()))));
    }

    @Override
    public void duplicate(String fileName, String ofSubmissionId) {
        out.accept("  "
                + messages.text(
                        "progress.duplicate", Map.of("file", Console.oneLine(fileName), "submission", ofSubmissionId)));
    }

    @Override
    public void left(Left left) {
        out.accept("  " + messages.text("left." + left.why().name(), Map.of("file", Console.oneLine(left.name()))));
    }
}
