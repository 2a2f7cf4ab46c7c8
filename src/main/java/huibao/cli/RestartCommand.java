package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.pipeline.Continuation;
import huibao.pipeline.JobFolders;
import huibao.pipeline.ReportingRun;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Continues the run that did not come to its end, with the time it was started at, and begins no other. */
@Command(name = "restart")
final class RestartCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.folders(catalogue);
        PrintStream out = JobOptions.out();
        Map<String, String> where = Map.of("folder", folders.output().toString());
        Continuation continuation = new ReportingRun(
                        catalogue, folders, Clock.systemUTC(), new ConsoleProgress(out::println, messages))
                .continueUnfinished();
        if (continuation instanceof Continuation.Continued continued) {
            RunCommand.close(out, messages, folders, continued.result());
            return continued.result().outcome().exitCode();
        }
        if (continuation instanceof Continuation.Locked) {
            JobOptions.err().println(messages.text("run.locked", where));
            return ExitCodes.LOCKED;
        }
        out.println(messages.text("restart.nothing", where));
        return ExitCodes.DONE;
    }
}
