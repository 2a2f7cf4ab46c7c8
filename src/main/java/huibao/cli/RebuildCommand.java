package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunContext;
import huibao.message.Messages;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Rebuild;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole output folder once more, from the archive. */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private LogOptions logOptions = new LogOptions();

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "option.rebuild_to")
    private @Nullable Path to;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.folders(catalogue);
        Path target = Optional.ofNullable(to)
                .orElseGet(() ->
                        folders.output().resolveSibling(catalogue.settings().name() + "-rebuilt"));
        EventLog log = logOptions.out();
        int runs = new Rebuild(folders, new ConsoleProgress(log, messages)).into(target);
        RunContext.leave();
        log.say(Event.of(
                Event.Level.INFO,
                "rebuilt",
                messages.text("rebuild.done", Map.of("runs", Integer.toString(runs), "folder", target.toString())),
                "runs",
                Integer.toString(runs),
                "folder",
                target.toString()));
        return ExitCodes.DONE;
    }
}
