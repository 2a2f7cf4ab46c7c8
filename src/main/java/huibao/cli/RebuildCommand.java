package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.RunLabel;
import huibao.pipeline.JobFolders;
import huibao.recovery.Rebuild;
import java.nio.file.Path;
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
        JobFolders folders = options.folders(catalogue);
        if (replace) {
            return replace(catalogue, folders);
        }
        RunEvents events = options.events(catalogue);
        Path target = Optional.ofNullable(to)
                .orElseGet(() ->
                        folders.output().resolveSibling(catalogue.settings().name() + "-rebuilt"));
        EventLog log = logOptions.out(catalogue);
        int runs = new Rebuild(folders, new ConsoleProgress(log, events)).into(target);
        RunLabel.leave();
        log.say(events.event(Event.Level.INFO, "rebuilt", "rebuild.done", "runs", runs, "folder", target));
        return ExitCodes.DONE;
    }

    private int replace(Catalogue catalogue, JobFolders folders) {
        if (to != null) {
            throw options.usage(catalogue, "usage.rebuild");
        }
        RunEvents events = options.events(catalogue);
        EventLog log = logOptions.out(catalogue);
        Optional<Rebuild.Replaced> replaced = new Rebuild(folders, new ConsoleProgress(log, events)).inPlace();
        if (replaced.isEmpty()) {
            logOptions.err(catalogue).say(events.locked(folders));
            return ExitCodes.LOCKED;
        }
        RunLabel.leave();
        log.say(events.event(
                Event.Level.INFO,
                "replaced",
                "rebuild.replaced",
                "runs",
                replaced.get().runs(),
                "folder",
                folders.output(),
                "before",
                replaced.get().before()));
        return ExitCodes.DONE;
    }
}
