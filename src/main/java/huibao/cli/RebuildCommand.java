package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunLabel;
import huibao.message.Messages;
import huibao.pipeline.JobFolders;
import huibao.recovery.Rebuild;
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
public final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private JobOptions options = new JobOptions();

    @Mixin
    private LogOptions logOptions = new LogOptions();

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "option.rebuild_to")
    private @Nullable Path to;

    @Option(names = "--replace", descriptionKey = "option.rebuild_replace")
    private boolean replace;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        JobFolders folders = options.folders(catalogue);
        if (replace) {
            return replace(catalogue, folders, messages);
        }
        Path target = Optional.ofNullable(to)
                .orElseGet(() ->
                        folders.output().resolveSibling(catalogue.settings().name() + "-rebuilt"));
        EventLog log = logOptions.out(catalogue);
        int runs = new Rebuild(folders, new ConsoleProgress(log, messages)).into(target);
        RunLabel.leave();
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

    private int replace(Catalogue catalogue, JobFolders folders, Messages messages) {
        if (to != null) {
            throw new UsageException(messages.text("usage.rebuild"));
        }
        EventLog log = logOptions.out(catalogue);
        Optional<Rebuild.Replaced> replaced = new Rebuild(folders, new ConsoleProgress(log, messages)).inPlace();
        if (replaced.isEmpty()) {
            logOptions.err(catalogue).say(RunCommand.locked(messages, folders));
            return ExitCodes.LOCKED;
        }
        RunLabel.leave();
        Map<String, String> fields = Map.of(
                "runs", Integer.toString(replaced.get().runs()),
                "folder", folders.output().toString(),
                "before", replaced.get().before().toString());
        log.say(new Event(Event.Level.INFO, "replaced", messages.text("rebuild.replaced", fields), fields));
        return ExitCodes.DONE;
    }
}
