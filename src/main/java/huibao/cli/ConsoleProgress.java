package huibao.cli;

import huibao.intake.Collected.Left;
import huibao.message.Messages;
import huibao.model.SubmissionRecord;
import huibao.pipeline.Progress;
import java.io.PrintStream;
import java.util.Map;

/** One line per step and per workbook; on a terminal the step's line stays live until the next. */
final class ConsoleProgress implements Progress {

    private final PrintStream out;
    private final Messages messages;

    ConsoleProgress(PrintStream out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    @Override
    public void started(String runId, Beginning beginning) {
        out.println(messages.text("progress." + beginning.name(), Map.of("run", runId)));
    }

    @Override
    public void step(Step step) {
        out.println("· " + messages.text("step." + step.name()));
    }

    @Override
    public void decided(SubmissionRecord submission, int findings) {
        out.println("  "
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
        out.println("  "
                + messages.text(
                        "progress.duplicate", Map.of("file", Console.oneLine(fileName), "submission", ofSubmissionId)));
    }

    @Override
    public void left(Left left) {
        out.println("  " + messages.text("left." + left.why().name(), Map.of("file", Console.oneLine(left.name()))));
    }
}
