package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Rebuild;
import java.io.PrintStream;
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
            return replace(folders, messages);
        }
        Path target = Optional.ofNullable(to)
                .orElseGet(() ->
                        folders.output().resolveSibling(catalogue.settings().name() + "-rebuilt"));
        PrintStream out = JobOptions.out();
        int runs = new Rebuild(folders, new ConsoleProgress(out::println, messages)).into(target);
        out.println(messages.text("rebuild.done", Map.of("runs", Integer.toString(runs), "folder", target.toString())));
        return ExitCodes.DONE;
    }

    private int replace(JobFolders folders, Messages messages) {
        if (to != null) {
            throw new UsageException(messages.text("usage.rebuild"));
        }
        PrintStream out = JobOptions.out();
        Optional<Rebuild.Replaced> replaced =
                new Rebuild(folders, new ConsoleProgress(out::println, messages)).inPlace();
        if (replaced.isEmpty()) {
            JobOptions.err()
                    .println(messages.text(
                            "run.locked", Map.of("folder", folders.output().toString())));
            return ExitCodes.LOCKED;
        }
        out.println(messages.text(
                "rebuild.replaced",
                Map.of(
                        "runs", Integer.toString(replaced.get().runs()),
                        "folder", folders.output().toString(),
                        "before", replaced.get().before().toString())));
        return ExitCodes.DONE;
    }
}
