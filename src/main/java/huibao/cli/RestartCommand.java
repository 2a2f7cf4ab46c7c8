package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.pipeline.Continuation;
import huibao.pipeline.JobFolders;
import huibao.pipeline.ReportingRun;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Continues the run that did not come to its end, with the time it was started at, and begins no other. */
@Command(name = "restart")
public final class RestartCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private LogOptions logOptions = new LogOptions();

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        RunEvents events = options.events(catalogue);
        JobFolders folders = options.folders(catalogue);
        EventLog out = logOptions.out(catalogue);
        Continuation continuation = new ReportingRun(
                        catalogue, folders, Clock.systemUTC(), new ConsoleProgress(out, events))
                .continueUnfinished();
        if (continuation instanceof Continuation.Continued continued) {
            events.close(out, continued.result(), folders);
            return continued.result().outcome().exitCode();
        }
        if (continuation instanceof Continuation.Locked) {
            logOptions.err(catalogue).say(events.locked(folders));
            return ExitCodes.LOCKED;
        }
        Map<String, Object> where = Map.of("folder", folders.output());
        out.say(events.event(Event.Level.INFO, "nothing_unfinished", "restart.nothing", where));
        return ExitCodes.DONE;
    }
}
